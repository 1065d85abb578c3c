// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import loalang.announcements.speech.SpeechEngine;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Standing;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VoiceInstallationTest {
  @TempDir private Path office = Path.of("");

  @Test
  void an_office_without_files_of_its_own_has_the_shipped_voices() {
    assertEquals(
        VoiceInstallation.plain().voices(),
        VoiceInstallation.of(office.resolve("new"), Map.of()).voices());
  }

  @Test
  void a_model_that_was_never_installed_is_not_offered() {
    assertEquals(Standing.NOT_INSTALLED, standing("piper-vi-vais1000"));
  }

  @Test
  void a_voice_of_a_vendor_waits_for_its_key() {
    assertEquals(Standing.NO_KEY, standing("fpt-banmai"));
    assertEquals(
        Standing.READY,
        VoiceInstallation.of(office, Map.of("LOA_FPT_AI_KEY", "abc"))
            .voices()
            .find(new VoiceId("fpt-banmai"))
            .orElseThrow()
            .details()
            .standing());
  }

  @Test
  void a_key_alone_does_not_make_a_paid_voice_the_default() {
    Map<String, String> keys = Map.of("LOA_FPT_AI_KEY", "abc", "LOA_VIETTEL_AI_KEY", "abc");

    assertEquals(
        "espeak-vi-f5",
        VoiceInstallation.of(office, keys).voices().speaking(Language.VIETNAMESE).id().value());
  }

  @Test
  void the_office_has_its_own_sheet() throws IOException {
    Files.writeString(office.resolve("voices.yaml"), "voices:\n  - id: espeak-vi-south\n");

    assertEquals(
        "espeak-vi-south",
        VoiceInstallation.of(office, Map.of()).voices().speaking(Language.VIETNAMESE).id().value());
  }

  @Test
  void an_installed_voice_comes_with_its_sheet_below_the_sheet_of_the_office() throws IOException {
    Path folder = Files.createDirectories(office.resolve("voices/co-lan"));
    Files.writeString(
        folder.resolve("voice.yaml"),
        """
        voices:
          - id: co-lan
            engine: espeak-ng
            engine-voice: vi+f3
            language: vi
            licence: CC0-1.0
        """);

    assertEquals(Standing.READY, standing("co-lan"));
    Files.writeString(
        office.resolve("voices.yaml"), "voices:\n  - id: co-lan\n    enabled: false\n");
    assertEquals(Standing.SWITCHED_OFF, standing("co-lan"));
  }

  @Test
  void a_mistake_in_the_sheet_names_the_file() throws IOException {
    Files.writeString(office.resolve("voices.yaml"), "voices:\n  - id: X\n");

    ProblemException fault =
        assertThrows(ProblemException.class, () -> VoiceInstallation.of(office, Map.of()));
    assertTrue(fault.problem().whatHappened().contains("voices.yaml, line 2"), fault.toString());
  }

  @Test
  void a_sheet_that_is_no_text_is_refused() throws IOException {
    Files.write(office.resolve("voices.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    ProblemException fault =
        assertThrows(ProblemException.class, () -> VoiceInstallation.of(office, Map.of()));
    assertEquals("VOICES_FILE_UNREADABLE", fault.problem().code());
  }

  @Test
  void every_engine_of_a_ready_voice_is_there() {
    VoiceInstallation installation = VoiceInstallation.of(office, Map.of());
    var engines = installation.engines();
    try {
      var ids = engines.stream().map(SpeechEngine::id).toList();
      installation.voices().all().stream()
          .filter(voice -> voice.isReady())
          .forEach(voice -> assertTrue(ids.contains(voice.engine()), voice.toString()));
    } finally {
      engines.forEach(SpeechEngine::close);
    }
  }

  private Standing standing(String id) {
    return VoiceInstallation.of(office, Map.of())
        .voices()
        .find(new VoiceId(id))
        .orElseThrow()
        .details()
        .standing();
  }
}
