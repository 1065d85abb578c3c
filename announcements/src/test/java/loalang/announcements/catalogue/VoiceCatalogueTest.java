// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Standing;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VoiceCatalogueTest {

  @ParameterizedTest
  @CsvSource({"NORTH,espeak-vi-f5", "CENTRAL,espeak-vi-central", "SOUTH,espeak-vi-south"})
  void the_shipped_catalogue_has_a_voice_for_every_dialect(VoiceDialect dialect, String id) {
    assertEquals(id, shipped().speaking(Language.VIETNAMESE, dialect).id().value());
  }

  @Test
  void the_shipped_catalogue_prefers_what_needs_no_key_and_no_model() {
    assertEquals("espeak-vi-f5", shipped().speaking(Language.VIETNAMESE).id().value());
    assertEquals("freetts-kevin16", shipped().speaking(Language.ENGLISH).id().value());
  }

  @Test
  void every_shipped_voice_that_needs_a_process_a_model_or_a_vendor_has_a_stand_in() {
    for (Voice voice : shipped().all()) {
      boolean alwaysThere = voice.engine().value().equals("freetts");
      assertEquals(
          alwaysThere, voice.details().fallback() == null, () -> voice.id() + " has a stand-in");
      assertTrue(voice.isLicensed(), () -> voice.id() + " may be used");
    }
  }

  @Test
  void every_shipped_model_has_a_digest_and_a_safe_address() {
    shipped().all().stream()
        .flatMap(voice -> voice.details().files().stream())
        .forEach(
            file -> {
              assertEquals("https", file.address().getScheme());
              assertTrue(file.sha256() != null, file::name);
            });
  }

  @Test
  void a_voice_named_again_changes_one_line_and_comes_first() {
    Voices voices = laid("voices:\n  - id: espeak-vi-south\n    sex: male\n");
    Voice south = voices.speaking(Language.VIETNAMESE);

    assertEquals("espeak-vi-south", south.id().value());
    assertEquals("vi-vn-x-south+f5", south.engineVoice());
    assertEquals("male", south.details().sex().written());
    assertEquals(shipped().all().size(), voices.all().size());
  }

  @Test
  void a_new_voice_of_the_commune_comes_before_the_shipped_ones() {
    Voices voices =
        laid(
            """
            voices:
              - id: co-giao-lan
                engine: piper
                engine-voice: lan
                language: vi
                dialect: central
                licence: CC0-1.0
                fallback: espeak-vi
            """);

    assertEquals("co-giao-lan", voices.speaking(Language.VIETNAMESE).id().value());
    assertEquals(
        "espeak-vi", voices.insteadOf(new VoiceId("co-giao-lan")).orElseThrow().id().value());
  }

  @Test
  void a_voice_can_be_switched_off_and_on_again_by_a_later_sheet() {
    String off = "voices:\n  - id: espeak-vi-f5\n    enabled: false\n";
    String on = "voices:\n  - id: espeak-vi-f5\n    enabled: true\n";

    assertEquals(Standing.SWITCHED_OFF, standing(laid(off)));
    assertEquals(Standing.READY, standing(laid(off, on)));
  }

  @Test
  void an_agreement_with_a_vendor_bounds_the_day() {
    EngineId vbee = new EngineId("vbee");
    VoiceCatalogue catalogue =
        catalogue("cloud:\n  - engine: vbee\n    characters-per-day: 5000\n");

    assertEquals(5_000, catalogue.account(vbee).charactersPerDay());
    assertEquals(
        CloudAccount.USUAL_CHARACTERS_PER_DAY,
        catalogue.account(new EngineId("fpt-ai")).charactersPerDay());
  }

  @Test
  void an_empty_sheet_changes_nothing() {
    assertEquals(shipped(), laid("", "# nothing yet\n"));
  }

  @Test
  void a_fallback_that_is_no_voice_is_refused() {
    Problem problem = refused("voices:\n  - id: espeak-vi\n    fallback: mai-mai\n");

    assertTrue(problem.whatHappened().contains("mai-mai"), problem.toString());
  }

  @Test
  void the_sheet_in_the_handbook_is_one() throws IOException {
    String handbook = Files.readString(Path.of("../docs/voices.md"));
    String sheet = handbook.split("```yaml\n", 2)[1].split("```", 2)[0];

    Voices voices = laid(sheet);

    assertEquals("espeak-vi-south", voices.speaking(Language.VIETNAMESE).id().value());
    assertEquals(
        "co-giao-lan", voices.speaking(Language.VIETNAMESE, VoiceDialect.CENTRAL).id().value());
  }

  @Test
  void a_huge_sheet_is_refused_before_it_is_parsed() {
    assertTrue(refused("#".repeat(VoiceSheet.MAX_CHARACTERS + 1)).nextStep().contains("500000"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/catalogue/mistakes.tsv", delimiter = '\t', quoteCharacter = '\0')
  void a_mistake_is_answered_with_place_and_hint(String sheet, String where, String hint) {
    Problem problem = refused(sheet.replace("\\n", "\n"));

    assertEquals("VOICES_FILE_INVALID", problem.code());
    assertTrue(problem.whatHappened().startsWith("own.yaml, " + where), problem.toString());
    assertTrue(problem.nextStep().contains(hint), problem.toString());
  }

  private static Problem refused(String sheet) {
    return assertThrows(ProblemException.class, () -> laid(sheet)).problem();
  }

  private static Standing standing(Voices voices) {
    return voices.find(new VoiceId("espeak-vi-f5")).orElseThrow().details().standing();
  }

  private static Voices shipped() {
    return VoiceCatalogue.of(List.of(VoiceSheet.standard())).voices();
  }

  private static Voices laid(String... sheets) {
    return catalogue(sheets).voices();
  }

  private static VoiceCatalogue catalogue(String... sheets) {
    return VoiceCatalogue.of(
        Stream.concat(
                Stream.of(VoiceSheet.standard()),
                Arrays.stream(sheets).map(yaml -> VoiceSheet.read(yaml, "own.yaml")))
            .toList());
  }
}
