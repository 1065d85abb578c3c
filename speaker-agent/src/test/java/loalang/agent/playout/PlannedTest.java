// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import static loalang.protocol.Priority.EMERGENCY;
import static loalang.protocol.Priority.ROUTINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes from a plan, what is released, what a pole does that does not know the time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlannedTest {
  private final Story story = Story.atSixInTheMorning();

  private Item planned(String name, long inSeconds) {
    Item item = story.item(name, ROUTINE, Story.SIX_AM.plusSeconds(inSeconds));
    return new Item(item.play(), item.warrant(), item.by(), Item.Origin.PLANNED);
  }

  private Story plan(Item... items) {
    return story.then(before -> before.planned(List.of(items), story.now()));
  }

  private Story withdraw(String... names) {
    List<AiringId> airings = List.of(names).stream().map(AiringId::new).toList();
    return story.then(before -> before.withdrawn(airings, story.now()));
  }

  private static Item released(Item item) {
    Order.Play play = item.play();
    Order.Play released =
        new Order.Play(
            play.airing(),
            play.recording(),
            play.startAt(),
            play.latestStart(),
            play.priority(),
            new Release("lan", "minh"));
    return new Item(released, item.warrant(), item.by(), item.origin());
  }

  private static Item inTheNameOf(Issuer issuer, Item item) {
    Warrant one = item.warrant();
    Warrant other =
        new Warrant(
            one.sequence(), issuer, one.commune(), one.zones(), one.notBefore(), one.expires());
    return new Item(item.play(), other, item.by(), item.origin());
  }

  @Test
  void a_planned_airing_is_neither_accepted_nor_ready_but_begun_and_ended() {
    Item news = planned("ban-tin", 30);
    plan(news).leadsTo(Story.fetch(news));
    story.ready("ban-tin").leadsTo();
    story.secondsPass(30).leadsTo(story.begin(news));
    story
        .ended("ban-tin", Outcome.PLAYED, Story.FRAMES)
        .leadsTo(story.over("ban-tin", Outcome.PLAYED, Story.FRAMES, Story.FRAMES));
    plan(news).leadsTo();
  }

  @Test
  void an_airing_whose_hour_is_long_past_is_late_and_not_missing_a_recording() {
    plan(planned("hom-qua", -200)).leadsTo(story.over("hom-qua", Outcome.SKIPPED_LATE, 0, 0));
  }

  @Test
  void a_changed_airing_takes_the_place_of_the_one_that_waits() {
    plan(planned("ban-tin", 30)).ready("ban-tin");
    Item later = planned("ban-tin", 60);
    plan(later).leadsTo(Story.fetch(later)).ready("ban-tin");
    story.secondsPass(59).leadsTo();
    story.secondsPass(1).leadsTo(story.begin(later));
  }

  @Test
  void what_is_withdrawn_does_not_sound_but_what_sounds_goes_on() {
    plan(planned("dang-phat", 0), planned("dang-cho", 9)).ready("dang-phat");
    withdraw("dang-phat", "dang-cho", "xa-hon");
    List<Effect> both = story.over("dang-cho", Outcome.SKIPPED_WITHDRAWN, 0, 0);
    List<Effect> far = story.over("xa-hon", Outcome.SKIPPED_WITHDRAWN, 0, 0);
    story.leadsTo(both, far.get(0), far.get(1));
    plan(planned("dang-cho", 9)).leadsTo();
  }

  @Test
  void an_order_for_a_planned_airing_takes_its_place_and_no_plan_takes_it_back() {
    plan(planned("ban-tin", 30));
    assertTrue(story.playout().isNewOrder(new AiringId("ban-tin")));
    Item now = story.item("ban-tin", ROUTINE);
    story.ordered(now).leadsTo(Story.accepted("ban-tin", 1), Story.fetch(now));
    plan(planned("ban-tin", 40)).leadsTo();
    withdraw("ban-tin").leadsTo();
    story.ready("ban-tin").leadsTo(Story.readied("ban-tin"), story.begin(now));
    assertFalse(story.playout().isNewOrder(new AiringId("ban-tin")));
  }

  @Test
  void a_stop_that_came_before_the_plan_holds() {
    story.stopOrdered("ban-tin");
    plan(planned("ban-tin", 30)).leadsTo(story.over("ban-tin", Outcome.SKIPPED_STOPPED, 0, 0));
  }

  @Test
  void planned_airings_leave_room_for_orders() {
    for (int i = 0; i < PlayoutRules.DEFAULT.mostWaiting(); i++) {
      plan(planned("bai-" + i, 30));
    }
    assertFalse(story.playout().isFull());
  }

  @Test
  void a_disk_that_is_full_now_does_not_end_what_is_planned_for_later() {
    plan(planned("ban-tin", 30));
    story.lacking("ban-tin", Outcome.FAILED_DISK_FULL).leadsTo();
    story.secondsPass(151).leadsTo(story.over("ban-tin", Outcome.FAILED_RECORDING_MISSING, 0, 0));
  }

  @Test
  void what_a_revoked_key_said_is_silenced_dropped_or_forgotten() {
    // Given
    story.ordered(story.item("dang-phat", ROUTINE)).ready("dang-phat");
    story.ordered(story.item("dang-cho", ROUTINE));
    plan(planned("ke-hoach", 30));

    // When
    story.then(before -> before.trusting(Set.of(), story.now()));

    // Then
    story.leadsTo(story.over("dang-cho", Outcome.SKIPPED_WITHDRAWN, 0, 0), Story.halt("dang-phat"));
    Item again = planned("ke-hoach", 30);
    plan(again).leadsTo(Story.fetch(again)); // signed anew it counts
  }

  @Test
  void a_thiefs_silence_ends_with_his_key() {
    Silence silence = new Silence(Instant.MAX, Story.OFFICE, 3);
    story.then(before -> before.silenced(silence, story.now()));
    var other = SigningKey.generate().verifyKey().id();
    story.then(before -> before.trusting(Set.of(other), story.now()));
    story.ordered(story.item("ban-tin", ROUTINE)).ready("ban-tin");
    assertEquals(1, story.begun().size());
  }

  @Test
  void without_the_time_nothing_begins_and_what_had_its_hour_is_reported() {
    // Given
    story.then(before -> new Step(before.withoutClock(), List.of()));
    story.ordered(story.item("truoc", ROUTINE)).ready("truoc");
    Item due = story.item("bay-gio", ROUTINE, Story.SIX_AM.plusSeconds(300));
    story.ordered(due).ready("bay-gio");
    story.secondsPass(9).leadsTo();

    // When
    Instant found = Story.SIX_AM.plusSeconds(310);
    Story then = story.then(before -> before.clockFound(found));

    // Then
    assertEquals(List.of(due.airing()), then.begun());
    assertFalse(then.playout().waitingItems().contains(due));
    assertTrue(then.playout().knows(new AiringId("truoc")));
  }

  @Test
  void with_nothing_else_to_do_the_player_is_told_beforehand() {
    // Given
    PlayoutRules rules = PlayoutRules.DEFAULT.withLead(Duration.ofSeconds(1));
    story.then(before -> new Step(before.under(rules), List.of()));
    Item news = planned("ban-tin", 30);
    plan(news).ready("ban-tin");
    story.secondsPass(28).leadsTo();

    // When
    story.secondsPass(1);

    // Then
    story.leadsTo(
        new Effect.Begin(
            news.airing(), news.play().recording(), Story.FRAMES, news.play().startAt()));
  }

  @Test
  void being_told_beforehand_interrupts_nobody_early() {
    PlayoutRules rules = PlayoutRules.DEFAULT.withLead(Duration.ofSeconds(1));
    story.then(before -> new Step(before.under(rules), List.of()));
    story.ordered(story.item("dang-phat", ROUTINE)).ready("dang-phat");
    story.ordered(story.item("bao-so-3", EMERGENCY, Story.SIX_AM.plusSeconds(5))).ready("bao-so-3");
    story.secondsPass(4).leadsTo();
    story.secondsPass(1).leadsTo(Story.halt("dang-phat"));
  }

  @Test
  void what_begins_when_quiet_hours_end_is_prepared_in_them_and_not_cut() {
    Story dawn = Story.at("2026-11-22T22:29:50Z"); // 05:29:50
    PlayoutRules rules = PlayoutRules.DEFAULT.withLead(Duration.ofSeconds(2));
    dawn.then(before -> new Step(before.under(rules), List.of()));
    Item news = dawn.item("ban-tin", ROUTINE, Instant.parse("2026-11-22T22:30:00Z"));
    dawn.ordered(news).ready("ban-tin").secondsPass(8);
    assertEquals(List.of(news.airing()), dawn.begun());
    dawn.secondsPass(1).leadsTo();
    Item early = dawn.item("som", ROUTINE, Instant.parse("2026-11-22T22:29:59Z"));
    dawn.ordered(early)
        .leadsTo(
            List.of(Story.accepted("som", 1), Story.fetch(early)),
            dawn.over("som", Outcome.SKIPPED_QUIET_HOURS, 0, 0).get(0),
            dawn.over("som", Outcome.SKIPPED_QUIET_HOURS, 0, 0).get(1));
  }

  @ParameterizedTest(name = "{0}: {1}, released {2}, sounds at night: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OFF     | EMERGENCY of COMMUNE | false | true
          RELAXED | EMERGENCY of COMMUNE | false | false
          STRICT  | EMERGENCY of COMMUNE | false | false
          STRICT  | EMERGENCY of COMMUNE | true  | true
          RELAXED | EMERGENCY of PROVINCE | false | true
          STRICT  | EMERGENCY of PROVINCE | false | false
          STRICT  | EMERGENCY of CENTRE | true  | true
          OFF     | ROUTINE of COMMUNE | false | false
          STRICT  | PRIORITY of COMMUNE | false | false
          STRICT  | ROUTINE of COMMUNE | true  | true
          """)
  void at_night_only_what_may_sound_sounds(
      ReleaseRule rule, String what, boolean isReleased, boolean sounds) {
    Story night = Story.at("2026-11-22T15:00:00Z"); // 22:00
    PlayoutRules rules = PlayoutRules.DEFAULT.withRelease(rule);
    night.then(before -> new Step(before.under(rules), List.of()));
    String[] words = what.split(" of ", 2);
    Item of = night.item("dem", Priority.valueOf(words[0]));
    Item item = inTheNameOf(Issuer.valueOf(words[1]), of);
    night.ordered(isReleased ? released(item) : item).ready("dem");
    assertEquals(sounds ? 1 : 0, night.begun().size());
  }

  @ParameterizedTest
  @CsvSource({
    "OFF, COMMUNE, false, false",
    "STRICT, COMMUNE, false, true",
    "STRICT, PROVINCE, false, false",
    "STRICT, PROVINCE, true, true",
    "RELAXED, PROVINCE, true, false",
    "RELAXED, COMMUNE, false, true"
  })
  void what_needs_two_people(ReleaseRule rule, Issuer issuer, boolean quiet, boolean forbidden) {
    Item item = inTheNameOf(issuer, story.item("bao-so-3", EMERGENCY));
    assertEquals(forbidden, rule.forbids(item.play(), item.warrant(), quiet));
    assertFalse(rule.forbids(released(item).play(), item.warrant(), quiet));
    Item routine = story.item("ban-tin", ROUTINE);
    assertFalse(rule.forbids(routine.play(), routine.warrant(), quiet));
  }
}
