// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
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

  @ParameterizedTest
  @CsvSource({"NORTH,bac", "SOUTH,nam", "CENTRAL,chung"})
  void a_dialect_is_met_by_its_own_voice_else_by_one_without_a_dialect(
      VoiceDialect dialect, String voice) {
    Voices voices =
        new Voices(
            List.of(
                speaker("bac", VoiceDialect.NORTH),
                speaker("nam", VoiceDialect.SOUTH),
                speaker("chung", null)));

    assertEquals(voice, voices.speaking(Language.VIETNAMESE, dialect).id().value());
  }

  @Test
  void a_dialect_that_nobody_has_is_spoken_by_the_first_of_the_language() {
    Voices voices = new Voices(List.of(speaker("bac", VoiceDialect.NORTH)));

    assertEquals("bac", voices.speaking(Language.VIETNAMESE, VoiceDialect.SOUTH).id().value());
  }

  @ParameterizedTest
  @CsvSource({
    "SWITCHED_OFF,VOICE_DISABLED",
    "NO_KEY,VOICE_KEY_MISSING",
    "NOT_INSTALLED,VOICE_NOT_INSTALLED"
  })
  void a_voice_that_cannot_speak_is_never_a_default_and_says_why_when_named(
      Standing standing, String code) {
    Voices voices = new Voices(List.of(LAN.standing(standing), HOA));

    assertEquals(HOA, voices.speaking(Language.VIETNAMESE));
    assertEquals(
        code, assertThrows(ProblemException.class, () -> voices.named(LAN.id())).problem().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CC-BY-NC-SA-4.0", "CC-BY-NC-4.0", "LicenseRef-unknown", "NOASSERTION"})
  void a_licence_that_does_not_allow_every_use_is_refused_until_it_is_accepted(String licence) {
    Voice vivos = new Voice(new VoiceId("vivos"), LAN.engine(), "x", LAN.language(), licence);
    Voices voices = new Voices(List.of(vivos, HOA));

    assertEquals(HOA, voices.speaking(Language.VIETNAMESE));
    Problem problem =
        assertThrows(ProblemException.class, () -> voices.named(vivos.id())).problem();
    assertEquals("VOICE_LICENCE_NOT_ACCEPTED", problem.code());
    assertTrue(problem.whatHappened().contains(licence), problem.toString());
    assertEquals(accepted(vivos), new Voices(List.of(accepted(vivos))).named(vivos.id()));
  }

  @Test
  void a_fallback_is_another_voice_of_the_same_language() {
    Voice toHoa = fallingBack("cloud", "hoa");

    assertEquals(HOA, new Voices(List.of(toHoa, HOA)).insteadOf(toHoa.id()).orElseThrow());
    assertTrue(
        new Voices(List.of(toHoa, HOA.standing(Standing.NO_KEY))).insteadOf(toHoa.id()).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new Voices(List.of(toHoa)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Voices(List.of(fallingBack("cloud", "kevin"), KEVIN)));
    assertThrows(IllegalArgumentException.class, () -> fallingBack("cloud", "cloud"));
  }

  @Test
  void a_file_to_fetch_has_a_name_and_a_digest_that_is_one() {
    assertEquals("a.onnx", new ModelFile(URI.create("https://x.vn/v/a.onnx"), null).name());
    for (String address : List.of("a.onnx", "https://x.vn/", "https://x.vn/..", "mailto:a")) {
      assertThrows(IllegalArgumentException.class, () -> new ModelFile(URI.create(address), null));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new ModelFile(URI.create("https://x.vn/a.onnx"), "ABC"));
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

  private static Voice speaker(String name, @Nullable VoiceDialect dialect) {
    return detailed(
        name,
        new VoiceDetails(dialect, Sex.FEMALE, Cost.FREE, Standing.READY, false, null, List.of()));
  }

  private static Voice fallingBack(String name, String other) {
    return detailed(
        name,
        new VoiceDetails(
            null,
            Sex.UNSTATED,
            Cost.PER_CHARACTER,
            Standing.READY,
            false,
            new VoiceId(other),
            List.of()));
  }

  private static Voice accepted(Voice voice) {
    return new Voice(
        voice.id(),
        voice.engine(),
        voice.engineVoice(),
        voice.language(),
        voice.licence(),
        new VoiceDetails(null, Sex.UNSTATED, Cost.FREE, Standing.READY, true, null, List.of()));
  }

  private static Voice detailed(String name, VoiceDetails details) {
    return new Voice(
        new VoiceId(name), new EngineId("tone"), "x", Language.VIETNAMESE, "MIT", details);
  }

  private static Voice voice(String name, Language language) {
    return new Voice(new VoiceId(name), new EngineId("tone"), "x", language, "MIT");
  }
}
