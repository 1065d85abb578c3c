// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Want;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WantedPartsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");
  private static final Instant AFTER = NOW.plusMillis(60);
  private static final Digest STORM = new Digest("aa".repeat(32));
  private static final Digest SCHOOL = new Digest("bb".repeat(32));

  private static final SpeakerId POLE = new SpeakerId("cot");
  private static final AudioRates FAST = new AudioRates(1_000_000_000_000L, 1_000_000_000_000L);

  private final WantedParts wanted =
      new WantedParts(new WantedParts.Bounds(Duration.ofMillis(50), 2, 2), FAST);

  @Test
  void many_nodes_that_want_the_same_get_one_answer() {
    for (int node = 0; node < 100; node++) {
      wanted.add(new SpeakerId("cot-" + node), want(STORM, 0, 3), NOW.plusMillis(node % 40));
    }
    assertEquals(List.of("aa0", "aa1", "aa2", "aa3"), sentAt(AFTER));
  }

  @Test
  void nothing_is_sent_before_the_window_is_over() {
    wanted.add(POLE, want(STORM, 0, 3), NOW);
    assertEquals(Optional.empty(), wanted.next(NOW.plusMillis(49)));
    assertEquals(Optional.of(NOW.plusMillis(50)), wanted.nextDue());
  }

  @Test
  void different_gaps_are_filled_together() {
    wanted.add(POLE, want(STORM, 0, 0), NOW);
    wanted.add(POLE, want(STORM, 2, 3), NOW);
    assertEquals(List.of("aa0", "aa2", "aa3"), sentAt(AFTER));
  }

  @Test
  void who_comes_later_gets_the_beginning_after_the_others_have_the_end() {
    wanted.add(POLE, want(STORM, 0, 3), NOW);
    wanted.next(AFTER);
    wanted.next(AFTER);
    wanted.add(new SpeakerId("cot-muon"), want(STORM, 0, 3), AFTER);
    assertEquals(List.of("aa2", "aa3", "aa0", "aa1"), sentAt(AFTER));
  }

  @Test
  void recordings_take_turns() {
    wanted.add(POLE, want(STORM, 0, 1), NOW);
    wanted.add(POLE, want(SCHOOL, 0, 1), NOW);
    assertEquals(List.of("aa0", "bb0", "aa1", "bb1"), sentAt(AFTER));
  }

  @Test
  void what_was_sent_is_sent_again_only_when_asked_again() {
    wanted.add(POLE, want(STORM, 0, 0), NOW);
    assertEquals(List.of("aa0"), sentAt(AFTER));
    wanted.add(POLE, want(STORM, 0, 0), AFTER);
    assertEquals(List.of("aa0"), sentAt(AFTER.plusMillis(50)));
  }

  @Test
  void more_recordings_than_the_limit_are_put_off() {
    assertTrue(wanted.add(POLE, want(STORM, 0, 0), NOW));
    assertTrue(wanted.add(POLE, want(SCHOOL, 0, 0), NOW));
    assertFalse(wanted.add(POLE, want(new Digest("cc".repeat(32)), 0, 0), NOW));
  }

  @Test
  void a_recording_that_is_not_here_is_forgotten() {
    wanted.add(POLE, want(STORM, 0, 3), NOW);
    wanted.forget(STORM);
    assertEquals(List.of(), sentAt(AFTER));
    assertEquals(Optional.empty(), wanted.nextDue());
  }

  @Test
  void what_an_order_waits_for_goes_before_what_is_for_a_plan() {
    wanted.add(POLE, want(SCHOOL, 0, 1), NOW);
    wanted.add(POLE, want(STORM, 0, 1).hurrying(), NOW);
    assertEquals(List.of("aa0", "aa1", "bb0", "bb1"), sentAt(AFTER));
  }

  @Test
  void what_a_bad_line_lost_comes_after_what_others_never_had_but_every_fourth_turn_is_its_own() {
    // Given: a node that was sent everything and lost it all
    SpeakerId bad = new SpeakerId("cot-xau");
    wanted.add(bad, want(SCHOOL, 0, 3), NOW);
    assertEquals(4, sentAt(AFTER).size());

    // When
    wanted.add(bad, want(SCHOOL, 0, 3), AFTER);
    wanted.add(POLE, want(STORM, 0, 3), AFTER);

    // Then
    Instant later = AFTER.plusMillis(60);
    assertEquals(List.of("aa0", "aa1", "aa2", "bb0", "aa3", "bb1", "bb2", "bb3"), sentAt(later));
  }

  @Test
  void one_node_cannot_take_every_place() {
    WantedParts wide = new WantedParts(new WantedParts.Bounds(Duration.ofMillis(50), 64, 2), FAST);
    assertTrue(wide.add(POLE, want(STORM, 0, 0), NOW));
    assertTrue(wide.add(POLE, want(SCHOOL, 0, 0), NOW));
    Want third = want(new Digest("cc".repeat(32)), 0, 0);
    assertFalse(wide.add(POLE, third, NOW));
    assertTrue(wide.add(new SpeakerId("cot-khac"), third, NOW));
  }

  @Test
  void a_node_gets_no_more_than_its_rate_and_does_not_hold_up_others() {
    // 16 KiB at 1 Mbit/s take 131 ms; twenty are allowed in advance
    WantedParts slow =
        new WantedParts(WantedParts.Bounds.USUAL, new AudioRates(1_000_000, 100_000_000));
    slow.add(POLE, want(STORM, 0, 3), NOW);
    assertEquals(0, slow.next(AFTER).orElseThrow().index());
    assertEquals(Optional.empty(), slow.next(AFTER.plusMillis(100)));
    slow.add(new SpeakerId("cot-khac"), want(SCHOOL, 0, 3), AFTER.plusMillis(50));
    assertEquals(SCHOOL, slow.next(AFTER.plusMillis(101)).orElseThrow().digest());
    assertEquals(STORM, slow.next(AFTER.plusMillis(112)).orElseThrow().digest());
  }

  private List<String> sentAt(Instant instant) {
    List<String> sent = new ArrayList<>();
    Optional<WantedParts.Part> part = wanted.next(instant);
    while (part.isPresent()) {
      sent.add(part.get().digest().hex().substring(0, 2) + part.get().index());
      part = wanted.next(instant);
    }
    return sent;
  }

  private static Want want(Digest digest, int first, int last) {
    return new Want(digest, 64 * 1024, List.of(new PartRange(first, last)));
  }
}
