// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AsRunTest {
  private static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00Z");
  private static final AiringId AIRING = new AiringId("tiem-chung");
  private static final SpeakerId SPEAKER = new SpeakerId("thon-ba");
  private static final Digest DIGEST = new Digest("0123456789abcdef".repeat(4));
  private static final long SEQUENCE = 7;
  private static final Optional<Instant> PASSED = Optional.of(SIX_AM.plusSeconds(300));

  @Test
  void a_good_node_goes_from_expected_to_played() {
    List<Report> told =
        List.of(accepted(), new Report.Ready(AIRING, DIGEST), started(), ended(Outcome.PLAYED));
    List<String> words = new ArrayList<>();
    for (int known = 0; known <= told.size(); known++) {
      words.add(fold(told.subList(0, known), Optional.empty()).word());
    }
    assertEquals(List.of("expected", "accepted", "ready", "started", "played"), words);
  }

  @Test
  void every_outcome_has_its_word_and_only_played_is_rendered() {
    for (Outcome outcome : Outcome.values()) {
      AiringState state = fold(List.of(accepted(), ended(outcome)), Optional.empty());
      assertTrue(state.isFinal(), outcome.name());
      assertEquals(outcome == Outcome.PLAYED, state.isRendered(), outcome.name());
      assertEquals(outcome != Outcome.PLAYED, state.reason().isPresent(), outcome.name());
    }
  }

  @Test
  void a_silent_node_is_missing_at_the_deadline_and_the_last_word_is_kept() {
    AiringState state = fold(List.of(accepted(), started()), PASSED);
    assertEquals("missing", state.word());
    assertEquals(Optional.of("SILENT_SINCE_STARTED"), state.reason());
    assertEquals(Optional.of(SIX_AM), state.startedAt());
  }

  @Test
  void a_late_report_corrects_missing() {
    assertEquals("missing", fold(List.of(), PASSED).word());
    assertEquals("played", fold(List.of(ended(Outcome.PLAYED)), PASSED).word());
  }

  @Test
  void what_a_microphone_heard_neither_proves_nor_corrects_what_was_rendered() {
    Report heard = new Report.Heard(AIRING, new Report.Heard.Match(60, 1_740), -20, -50, false);

    AiringState early = fold(List.of(accepted(), started(), heard), Optional.empty());
    AiringState late = fold(List.of(started(), ended(Outcome.FAILED_NOT_RENDERED), heard), PASSED);

    assertEquals("started", early.word());
    assertEquals("failed", late.word());
  }

  @Test
  void a_refused_order_ends_in_failed_with_the_reason() {
    AiringState state = fold(List.of(refused(SEQUENCE)), PASSED);
    assertEquals("failed", state.word());
    assertEquals(Optional.of("REFUSED_NOT_YET_VALID"), state.reason());
  }

  @Test
  void an_order_that_was_refused_and_then_accepted_counts_as_accepted() {
    assertEquals("accepted", fold(List.of(refused(SEQUENCE), accepted()), Optional.empty()).word());
  }

  @Test
  void a_refused_stop_says_nothing_about_playing() {
    assertEquals("expected", fold(List.of(refused(SEQUENCE + 1)), Optional.empty()).word());
  }

  @Test
  void a_stop_that_was_taken_says_nothing_about_playing() {
    Report stop = new Report.Accepted(AIRING, SEQUENCE + 1);
    assertEquals("expected", fold(List.of(stop), Optional.empty()).word());
    assertEquals(Optional.of("SILENT_SINCE_EXPECTED"), fold(List.of(stop), PASSED).reason());
    assertEquals("failed", fold(List.of(refused(SEQUENCE), stop), PASSED).word());
  }

  @Test
  void a_play_that_nobody_released_is_refused_by_whichever_edition_it_came() {
    Report refused = new Report.Refused(AIRING, SEQUENCE + 5, RefusalReason.NOT_RELEASED);
    AiringState state = fold(List.of(refused), PASSED);
    assertEquals(Optional.of("REFUSED_NOT_RELEASED"), state.reason());
    assertEquals("played", fold(List.of(refused, ended(Outcome.PLAYED)), PASSED).word());
  }

  @Test
  void the_first_end_is_the_end() {
    AiringState state =
        fold(List.of(ended(Outcome.PARTIAL), ended(Outcome.PLAYED)), Optional.empty());
    assertEquals("partial", state.word());
  }

  @Property(tries = 500)
  void past_the_deadline_every_story_has_one_final_state(@ForAll("stories") List<Report> story) {
    assertTrue(fold(story, PASSED).isFinal());
  }

  @Property(tries = 500)
  void neither_order_of_arrival_nor_copies_change_the_state(
      @ForAll("stories") List<Report> story, @ForAll long seed) {
    List<NumberedReport> arrived = new ArrayList<>(numbered(story));
    arrived.addAll(arrived.subList(0, arrived.size() / 2));
    Collections.shuffle(arrived, new Random(seed));
    assertEquals(fold(story, PASSED), AsRun.fold(SEQUENCE, arrived, PASSED));
  }

  @Property(tries = 500)
  void played_is_never_said_of_a_node_that_did_not_say_it(@ForAll("stories") List<Report> story) {
    AiringState state = fold(story, PASSED);
    if (state.isRendered()) {
      AiringState.Ended ended = assertInstanceOf(AiringState.Ended.class, state);
      assertEquals(ended.ending().framesDue(), ended.ending().framesRendered());
      assertTrue(story.contains(ended(Outcome.PLAYED)));
    }
  }

  @Provide
  Arbitrary<List<Report>> stories() {
    List<Report> words = new ArrayList<>(List.of(accepted(), started(), refused(SEQUENCE)));
    words.add(new Report.Ready(AIRING, DIGEST));
    words.add(refused(SEQUENCE + 1));
    words.add(new Report.Accepted(AIRING, SEQUENCE + 1));
    Arrays.stream(Outcome.values()).forEach(outcome -> words.add(ended(outcome)));
    return Arbitraries.of(words).list().ofMaxSize(8);
  }

  private static AiringState fold(List<Report> told, Optional<Instant> deadline) {
    return AsRun.fold(SEQUENCE, numbered(told), deadline);
  }

  private static List<NumberedReport> numbered(List<Report> told) {
    List<NumberedReport> numbered = new ArrayList<>();
    for (Report report : told) {
      int number = numbered.size() + 1;
      numbered.add(
          new NumberedReport(SPEAKER, number, number == 1 ? null : DIGEST, SIX_AM, report));
    }
    return numbered;
  }

  private static Report accepted() {
    return new Report.Accepted(AIRING, SEQUENCE);
  }

  private static Report started() {
    return new Report.Started(AIRING, SIX_AM);
  }

  private static Report refused(long sequence) {
    return new Report.Refused(AIRING, sequence, RefusalReason.NOT_YET_VALID);
  }

  private static Report ended(Outcome outcome) {
    long rendered = outcome == Outcome.PLAYED ? 48_000 : 100;
    return new Report.Ended(AIRING, outcome, 48_000, rendered, SIX_AM.plusSeconds(1));
  }
}
