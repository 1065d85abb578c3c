// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VoicesTest {
  private static final Voice LAN = voice("lan", Language.VIETNAMESE);
  private static final Voice HOA = voice("hoa", Language.VIETNAMESE);
  private static final Voice KEVIN = voice("kevin", Language.ENGLISH);
  private static final Voices VOICES = new Voices(List.of(LAN, HOA, KEVIN));

  @ParameterizedTest
  @CsvSource({"vi,lan", "vi-VN,lan", "VI,lan", "en-GB,kevin"})
  void the_first_voice_of_a_language_is_its_default(String tag, String voice) {
    assertEquals(voice, VOICES.speaking(new Language(tag)).id().value());
  }

  @Test
  void a_voice_is_found_by_name() {
    assertEquals(HOA, VOICES.named(new VoiceId("hoa")));
  }

  @Test
  void an_unspoken_language_is_refused_with_those_that_are_spoken() {
    Problem problem =
        assertThrows(ProblemException.class, () -> VOICES.speaking(new Language("hmn"))).problem();

    assertEquals("NOTICE_LANGUAGE_UNSPOKEN", problem.code());
    assertEquals(
        "No voice speaks \"hmn\"; the languages spoken are vi, en.", problem.whatHappened());
  }

  @Test
  void an_unknown_voice_is_refused_with_those_that_exist() {
    Problem problem =
        assertThrows(ProblemException.class, () -> VOICES.named(new VoiceId("mai"))).problem();

    assertEquals("VOICE_UNKNOWN", problem.code());
    assertTrue(problem.nextStep().contains("lan, hoa, kevin"), problem.toString());
  }

  @Test
  void a_catalogue_has_each_name_once_and_is_never_empty() {
    assertThrows(IllegalArgumentException.class, () -> new Voices(List.of(LAN, LAN)));
    assertThrows(IllegalArgumentException.class, () -> new Voices(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tiếng Việt", "x", "123", "vi_VN"})
  void what_is_no_language_tag_is_refused(String tag) {
    assertThrows(IllegalArgumentException.class, () -> new Language(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Lan", "-lan", "lan hoa", "lân"})
  void what_is_no_voice_name_is_refused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new VoiceId(name));
    assertThrows(IllegalArgumentException.class, () -> new EngineId(name));
  }

  @Test
  void a_voice_says_its_licence() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Voice(LAN.id(), LAN.engine(), "x", LAN.language(), " "));
  }

  private static Voice voice(String name, Language language) {
    return new Voice(new VoiceId(name), new EngineId("tone"), "x", language, "MIT");
  }
}
