// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import loalang.announcements.audio.Loudness;
import loalang.announcements.script.Script;
import loalang.announcements.voice.Cost;
import loalang.announcements.voice.EngineId;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Sex;
import loalang.announcements.voice.Standing;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceDetails;
import loalang.announcements.voice.VoiceId;
import loalang.announcements.voice.Voices;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SteadyProductionTest {
  private static final VoiceId CLOUD = new VoiceId("cloud");
  private static final VoiceId PLAIN = new VoiceId("plain");
  private static final Voices VOICES = new Voices(List.of(voice(CLOUD, PLAIN), voice(PLAIN, null)));

  private final List<@Nullable VoiceId> asked = new ArrayList<>();

  @Test
  void a_voice_that_speaks_needs_nobody_else() {
    Production production = steady(voice -> made()).produce(notice(CLOUD));

    assertEquals(List.of(), production.warnings());
    assertEquals(List.of(CLOUD), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPEECH_ENGINE_TIMED_OUT", "SPEECH_CLOUD_REFUSED", "VOICE_KEY_MISSING"})
  void a_voice_that_cannot_speak_is_replaced_and_the_officer_is_told(String code) {
    Production production =
        steady(voice -> PLAIN.equals(voice) ? made() : fail(code)).produce(notice(CLOUD));

    Problem warning = production.warnings().get(0);
    assertEquals("VOICE_REPLACED", warning.code());
    assertTrue(warning.whatHappened().contains(code), warning.toString());
    assertTrue(warning.whatHappened().contains("plain"), warning.toString());
    assertEquals(List.of(CLOUD, PLAIN), asked);
  }

  @Test
  void the_default_voice_has_a_stand_in_too() {
    Notice unnamed = notice(null);

    Production production =
        steady(voice -> PLAIN.equals(voice) ? made() : fail("SPEECH_ENGINE_MISSING"))
            .produce(unnamed);

    assertEquals(1, production.warnings().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOTICE_EMPTY", "VOICE_UNKNOWN", "PRODUCTION_CANCELLED"})
  void what_no_other_voice_could_mend_is_not_tried_again(String code) {
    ProblemException fault =
        assertThrows(
            ProblemException.class, () -> steady(voice -> fail(code)).produce(notice(CLOUD)));

    assertEquals(code, fault.problem().code());
    assertEquals(1, asked.size());
  }

  @Test
  void if_the_stand_in_fails_too_the_first_fault_is_the_answer() {
    ProblemException fault =
        assertThrows(
            ProblemException.class,
            () ->
                steady(
                        voice ->
                            fail(
                                PLAIN.equals(voice)
                                    ? "SPEECH_ENGINE_CRASHED"
                                    : "SPEECH_ENGINE_SILENT"))
                    .produce(notice(CLOUD)));

    assertEquals("SPEECH_ENGINE_SILENT", fault.problem().code());
    assertEquals(1, fault.getSuppressed().length);
  }

  @Test
  void a_voice_without_a_stand_in_fails_as_it_is() {
    assertThrows(
        ProblemException.class,
        () -> steady(voice -> fail("SPEECH_ENGINE_CRASHED")).produce(notice(PLAIN)));
    assertEquals(1, asked.size());
  }

  private SteadyProduction steady(Function<@Nullable VoiceId, Production> line) {
    return new SteadyProduction(
        VOICES,
        notice -> {
          asked.add(notice.voice());
          return line.apply(notice.voice());
        });
  }

  private static Production fail(String code) {
    throw new ProblemException(new Problem(code, "It happened.", "Do this."));
  }

  private static Production made() {
    return new Production(
        Recording.of(new byte[] {1}, Duration.ofSeconds(1)),
        new ProductionReport(
            PLAIN,
            new Script(List.of(), List.of()),
            List.of(),
            new Loudness(-16, -1),
            Duration.ZERO,
            Duration.ZERO));
  }

  private static Notice notice(@Nullable VoiceId voice) {
    return new Notice("Họp thôn", Language.VIETNAMESE, voice, Priority.ROUTINE, Set.of(), "Họp.");
  }

  private static Voice voice(VoiceId id, @Nullable VoiceId fallback) {
    return new Voice(
        id,
        new EngineId("tone"),
        "x",
        Language.VIETNAMESE,
        "MIT",
        new VoiceDetails(
            null, Sex.UNSTATED, Cost.FREE, Standing.READY, false, fallback, List.of()));
  }
}
