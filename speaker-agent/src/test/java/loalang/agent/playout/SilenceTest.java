// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import static loalang.protocol.Priority.EMERGENCY;
import static loalang.protocol.Priority.ROUTINE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SilenceTest {
  private static final KeyId COMMUNE = SigningKey.generate().verifyKey().id();
  private static final KeyId PROVINCE = SigningKey.generate().verifyKey().id();

  private final Story story = Story.atSixInTheMorning();

  private void silence(long sequence, Instant until) {
    silence(COMMUNE, sequence, until);
  }

  private void silence(KeyId by, long sequence, Instant until) {
    story.then(before -> before.silenced(new Silence(until, by, sequence), story.now()));
  }

  private static Effect obeyed(long sequence) {
    return new Effect.Say(new Report.OrderObeyed(sequence));
  }

  @Test
  void silence_stops_what_sounds_and_ends_what_is_due_and_leaves_what_comes_later() {
    // Given
    story.ordered(story.item("dang-phat", ROUTINE)).ready("dang-phat");
    story.ordered(story.item("dang-cho", ROUTINE)).ready("dang-cho");
    Item later = story.item("sau", ROUTINE, Story.SIX_AM.plusSeconds(60));
    story.ordered(later).ready("sau");

    // When
    silence(9, Story.SIX_AM.plusSeconds(60));

    // Then
    List<Effect> expected = new ArrayList<>(List.of(obeyed(9)));
    expected.addAll(story.over("dang-cho", Outcome.SKIPPED_SILENCED, Story.FRAMES, 0));
    expected.add(Story.halt("dang-phat"));
    story.leadsTo(expected);
    story
        .ended("dang-phat", Outcome.PARTIAL, 9)
        .leadsTo(story.over("dang-phat", Outcome.PARTIAL, Story.FRAMES, 9));
    story.secondsPass(59).leadsTo();
    story.secondsPass(1).leadsTo(story.begin(later));
  }

  @Test
  void an_emergency_does_not_break_a_silence() {
    silence(9, Story.SIX_AM.plusSeconds(600));
    story
        .ordered(story.item("bao-so-3", EMERGENCY))
        .leadsTo(
            List.of(
                Story.accepted("bao-so-3", 1),
                Story.fetch(story.item("bao-so-3", EMERGENCY)),
                story.over("bao-so-3", Outcome.SKIPPED_SILENCED, 0, 0).get(0),
                story.over("bao-so-3", Outcome.SKIPPED_SILENCED, 0, 0).get(1)));
  }

  @Test
  void a_later_order_lifts_a_silence_and_an_earlier_copy_does_not_bring_it_back() {
    // Given
    silence(9, Story.SIX_AM.plusSeconds(600));

    // When
    silence(10, Instant.EPOCH);
    silence(8, Story.SIX_AM.plusSeconds(900));

    // Then
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin");
    assertEquals(1, story.begun().size());
  }

  @Test
  void the_numbers_of_one_key_say_nothing_about_those_of_another() {
    // Given
    silence(900, Instant.EPOCH);

    // When
    silence(PROVINCE, 3, Story.SIX_AM.plusSeconds(600));

    // Then
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin");
    assertEquals(0, story.begun().size());
  }

  @Test
  void without_the_time_a_silence_only_grows_until_it_is_known() {
    // Given
    silence(9, Story.SIX_AM.plusSeconds(600));
    story.then(before -> new Step(before.withoutClock(), List.of()));

    // When an old order of another key comes again
    silence(PROVINCE, 3, Story.SIX_AM.plusSeconds(30));
    story.then(before -> before.clockFound(story.now()));

    // Then
    story.secondsPass(60).ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin");
    assertEquals(0, story.begun().size());
  }

  @Test
  void a_silence_the_journal_tells_of_still_holds() {
    Silence kept = new Silence(Story.SIX_AM.plusSeconds(60), COMMUNE, 9);
    story.then(before -> new Step(before.rememberingSilence(kept), List.of()));
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin");
    assertEquals(0, story.begun().size());
  }
}
