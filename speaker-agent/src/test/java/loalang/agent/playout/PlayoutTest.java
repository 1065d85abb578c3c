// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import static loalang.protocol.Priority.EMERGENCY;
import static loalang.protocol.Priority.PRIORITY;
import static loalang.protocol.Priority.ROUTINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlayoutTest {
  private final Story story = Story.atSixInTheMorning();

  @Test
  void an_item_is_accepted_fetched_ready_begun_and_played() {
    Item news = story.item("ban-tin", ROUTINE);
    story.ordered(news).leadsTo(Story.accepted("ban-tin", 1), Story.fetch(news));
    story.ready("ban-tin").leadsTo(Story.readied("ban-tin"), story.begin(news));
    story
        .started("ban-tin")
        .leadsTo(new Effect.Say(new Report.Started(news.airing(), story.now())));
    story.secondsPass(10).leadsTo();
    story
        .ended("ban-tin", Outcome.PLAYED, Story.FRAMES)
        .leadsTo(story.over("ban-tin", Outcome.PLAYED, Story.FRAMES, Story.FRAMES));
  }

  @Test
  void an_item_for_later_waits_for_its_hour() {
    Item later = story.item("ban-tin", ROUTINE, Story.SIX_AM.plusSeconds(30));
    story.ordered(later).ready("ban-tin").leadsTo(Story.readied("ban-tin"));
    assertEquals(
        Optional.of(Story.SIX_AM.plusSeconds(30)), story.playout().nextDeadline(story.now()));
    story.secondsPass(29).leadsTo();
    story.secondsPass(1).leadsTo(story.begin(later));
  }

  @Test
  void an_emergency_interrupts_a_programme_and_the_programme_is_reported_pre_empted() {
    Item news = story.item("ban-tin", ROUTINE);
    Item storm = story.item("bao-so-3", EMERGENCY);
    story.ordered(news).ready("ban-tin").secondsPass(3);
    story
        .ordered(storm)
        .ready("bao-so-3")
        .leadsTo(Story.readied("bao-so-3"), Story.halt("ban-tin"));
    story
        .ended("ban-tin", Outcome.PARTIAL, 144_000)
        .leadsTo(
            story.over("ban-tin", Outcome.PREEMPTED, Story.FRAMES, 144_000), story.begin(storm));
  }

  @Test
  void a_lower_or_equal_priority_never_interrupts() {
    for (Priority priority : List.of(ROUTINE, PRIORITY)) {
      Story one = Story.atSixInTheMorning();
      one.ordered(one.item("uu-tien", PRIORITY)).ready("uu-tien");
      one.ordered(one.item("sau", priority)).ready("sau").leadsTo(Story.readied("sau"));
    }
  }

  @Test
  void an_emergency_whose_recording_is_not_there_yet_silences_nobody() {
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin");
    Item storm = story.item("bao-so-3", EMERGENCY);
    story.ordered(storm).leadsTo(Story.accepted("bao-so-3", 1), Story.fetch(storm));
  }

  @Test
  void of_two_waiting_the_more_urgent_goes_first_then_the_one_due_earlier() {
    story.ordered(story.item("dau-tien", ROUTINE)).ready("dau-tien");
    Item late = story.item("muon", ROUTINE, Story.SIX_AM.plusSeconds(2));
    Item early = story.item("som", ROUTINE, Story.SIX_AM.plusSeconds(1));
    Item urgent = story.item("gap", PRIORITY, Story.SIX_AM.plusSeconds(3));
    story.ordered(late).ordered(early).ready("muon").ready("som").secondsPass(2);
    story
        .ended("dau-tien", Outcome.PLAYED, Story.FRAMES)
        .leadsTo(
            story.over("dau-tien", Outcome.PLAYED, Story.FRAMES, Story.FRAMES), story.begin(early));
    story.ordered(urgent).ready("gap").secondsPass(1).leadsTo(Story.halt("som"));
    story.ended("som", Outcome.PARTIAL, 5).ended("gap", Outcome.PLAYED, Story.FRAMES);
    assertEquals(
        List.of("dau-tien", "som", "gap", "muon"),
        story.begun().stream().map(AiringId::value).toList());
  }

  @Test
  void a_recording_that_is_not_there_by_the_latest_start_is_a_failure() {
    story.ordered(story.item("ban-tin", ROUTINE)).secondsPass(120).leadsTo();
    story.secondsPass(1).leadsTo(story.over("ban-tin", Outcome.FAILED_RECORDING_MISSING, 0, 0));
    story.ready("ban-tin").leadsTo();
  }

  @Test
  void a_stale_item_never_sounds() {
    story.ordered(story.item("truoc", ROUTINE)).ready("truoc");
    story.ordered(story.item("sau", ROUTINE)).ready("sau");
    story.secondsPass(19).ended("truoc", Outcome.FAILED_NOT_RENDERED, 0);
    assertEquals(2, story.begun().size(), "within its time it may start late");

    Story other = Story.atSixInTheMorning();
    other.ordered(other.item("truoc", PRIORITY)).ready("truoc");
    other.ordered(other.item("ngang", PRIORITY)).ready("ngang");
    other.ordered(other.item("sau", ROUTINE)).ready("sau");
    other
        .secondsPass(121)
        .leadsTo(
            List.of(),
            other.over("ngang", Outcome.SKIPPED_LATE, Story.FRAMES, 0).get(0),
            other.over("ngang", Outcome.SKIPPED_LATE, Story.FRAMES, 0).get(1),
            other.over("sau", Outcome.PREEMPTED, Story.FRAMES, 0).get(0),
            other.over("sau", Outcome.PREEMPTED, Story.FRAMES, 0).get(1),
            Story.halt("truoc"));
  }

  @Test
  void an_order_that_expired_while_it_waited_is_stale() {
    Item item = story.item("ban-tin", ROUTINE);
    Item expiring =
        new Item(
            item.play(), Story.warrant(Story.SIX_AM.plusSeconds(60)), Story.OFFICE, item.origin());
    story.ordered(expiring).secondsPass(60);
    story.leadsTo(story.over("ban-tin", Outcome.FAILED_RECORDING_MISSING, 0, 0));
  }

  @Test
  void nothing_but_an_emergency_begins_in_quiet_hours() {
    Story night = Story.at("2026-11-22T14:00:00Z"); // 21:00
    Item news = night.item("ban-tin", PRIORITY);
    night
        .ordered(news)
        .leadsTo(
            List.of(Story.accepted("ban-tin", 1), Story.fetch(news)),
            night.over("ban-tin", Outcome.SKIPPED_QUIET_HOURS, 0, 0).get(0),
            night.over("ban-tin", Outcome.SKIPPED_QUIET_HOURS, 0, 0).get(1));
    Item storm = night.item("bao-so-3", EMERGENCY);
    night.ordered(storm).ready("bao-so-3").leadsTo(Story.readied("bao-so-3"), night.begin(storm));
  }

  @Test
  void a_programme_that_runs_into_quiet_hours_is_cut_at_their_beginning() {
    Story evening = Story.at("2026-11-22T13:59:55Z"); // 20:59:55
    evening.ordered(evening.item("ban-tin", ROUTINE)).ready("ban-tin");
    assertEquals(
        Optional.of(evening.now().plusSeconds(5)), evening.playout().nextDeadline(evening.now()));
    evening.secondsPass(5).leadsTo(Story.halt("ban-tin"));
    evening
        .ended("ban-tin", Outcome.PARTIAL, 240_000)
        .leadsTo(evening.over("ban-tin", Outcome.PARTIAL, Story.FRAMES, 240_000));
  }

  @Test
  void a_stop_silences_what_sounds_forgets_what_waits_and_waits_for_what_comes() {
    story.ordered(story.item("dang-phat", ROUTINE)).ready("dang-phat");
    story.ordered(story.item("dang-cho", ROUTINE));
    story.stopOrdered("dang-phat").leadsTo(Story.accepted("dang-phat", 2), Story.halt("dang-phat"));
    story
        .stopOrdered("dang-cho")
        .leadsTo(
            List.of(Story.accepted("dang-cho", 2)),
            story.over("dang-cho", Outcome.SKIPPED_STOPPED, 0, 0).get(0),
            story.over("dang-cho", Outcome.SKIPPED_STOPPED, 0, 0).get(1));
    story.stopOrdered("chua-den").leadsTo(Story.accepted("chua-den", 2));
    story
        .ordered(story.item("chua-den", ROUTINE))
        .leadsTo(
            List.of(Story.accepted("chua-den", 1)),
            story.over("chua-den", Outcome.SKIPPED_STOPPED, 0, 0).get(0),
            story.over("chua-den", Outcome.SKIPPED_STOPPED, 0, 0).get(1));
  }

  @Test
  void a_halt_that_came_too_late_does_not_make_a_played_item_partial() {
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin").stopOrdered("ban-tin");
    story
        .ended("ban-tin", Outcome.PLAYED, Story.FRAMES)
        .leadsTo(story.over("ban-tin", Outcome.PLAYED, Story.FRAMES, Story.FRAMES));
  }

  @Test
  void a_device_that_goes_on_for_too_long_is_stuck() {
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin").secondsPass(19).leadsTo();
    story.secondsPass(1).leadsTo(Story.halt("ban-tin"));
    story
        .ended("ban-tin", Outcome.PARTIAL, 48_000)
        .leadsTo(story.over("ban-tin", Outcome.FAILED_NOT_RENDERED, Story.FRAMES, 48_000));
  }

  @Test
  void a_recording_that_will_not_come_ends_every_airing_that_waits_for_it() {
    story.ordered(story.item("ban-tin", ROUTINE));
    story
        .lacking("ban-tin", Outcome.FAILED_DISK_FULL)
        .leadsTo(story.over("ban-tin", Outcome.FAILED_DISK_FULL, 0, 0));
  }

  @Test
  void an_airing_that_is_known_is_never_taken_again() {
    Item news = story.item("ban-tin", ROUTINE);
    story.ordered(news);
    story.ordered(news).leadsTo();
    story.ready("ban-tin");
    story.ordered(news).leadsTo();
    story.ended("ban-tin", Outcome.PLAYED, Story.FRAMES);
    story.ordered(news).leadsTo();
    story.ready("ban-tin").leadsTo();
    assertEquals(1, story.begun().size());
    assertTrue(story.playout().knows(news.airing()));
  }

  @Test
  void what_a_journal_tells_is_taken_up_without_being_reported_again() {
    Item waiting = story.item("dang-cho", ROUTINE);
    Item over = story.item("da-xong", ROUTINE);
    story.then(before -> new Step(before.remembering(List.of(over.airing())), List.of()));
    story
        .then(before -> before.resumed(List.of(over, waiting), Story.SIX_AM))
        .leadsTo(Story.fetch(waiting));
  }

  @Test
  void an_airing_a_crash_cut_short_is_partial_and_over() {
    Item news = story.item("ban-tin", ROUTINE);
    Report.Ended ended =
        new Report.Ended(news.airing(), Outcome.PARTIAL, Story.FRAMES, 9, story.now());
    story
        .then(before -> before.brokenOff(ended, Story.SIX_AM))
        .leadsTo(story.over("ban-tin", Outcome.PARTIAL, Story.FRAMES, 9));
    story.ordered(news).leadsTo();
  }

  @Test
  void it_says_when_no_more_can_wait() {
    for (int i = 0; i < PlayoutRules.DEFAULT.mostWaiting(); i++) {
      assertFalse(story.playout().isFull());
      story.ordered(story.item("bai-" + i, ROUTINE));
    }
    assertTrue(story.playout().isFull());
  }

  @Test
  void whatever_happens_in_whatever_order_no_airing_begins_twice_or_over_another() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Story day = Story.atSixInTheMorning();
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Priority priority = List.of(Priority.values()).get(random.nextInt(3));
        items.add(day.item("bai-" + i, priority, Story.SIX_AM.plusSeconds(random.nextInt(90))));
      }
      for (int event = 0; event < 200; event++) {
        Item item = items.get(random.nextInt(items.size()));
        String name = item.airing().value();
        switch (random.nextInt(6)) {
          case 0 -> day.ordered(item);
          case 1 -> day.ready(name);
          case 2 -> day.secondsPass(random.nextInt(4));
          case 3 -> day.ended(name, Outcome.PARTIAL, random.nextInt(1_000));
          case 4 -> day.started(name);
          default ->
              day.then(
                  before ->
                      random.nextInt(9) > 0
                          ? before.tick(day.now())
                          : before.stopOrdered(item.airing(), 3, day.now()));
        }
        assertEquals(new HashSet<>(day.begun()).size(), day.begun().size(), "seed " + seed);
      }
    }
  }
}
