// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.dispatch.DispatchPlanner.Dispatch;
import loalang.controller.dispatch.DispatchPlanner.Stamp;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DispatchPlannerTest {
  private static final Instant SIX_AM = Instant.parse("2026-11-22T23:00:00Z");
  private static final VerifyKey KEY = new VerifyKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  private static final RecordingRef RECORDING =
      new RecordingRef(new Digest("0123456789abcdef".repeat(4)), 1000, Duration.ofSeconds(40));
  private static final DispatchPlanner PLANNER =
      new DispatchPlanner(new CommuneId("ha-dong"), Duration.ofSeconds(60));
  private static final List<Speaker> SPEAKERS =
      List.of(speaker("mot", "thon-mot"), speaker("hai", "thon-hai"), speaker("cho", "cho", "xa"));

  @Test
  void speakers_of_the_zones_are_expected_and_no_others() {
    assertEquals(Set.of("mot", "cho"), expected("thon-mot", "xa"));
    assertEquals(Set.of(), expected("thon-chin"));
  }

  @Test
  void a_single_node_zone_means_that_node() {
    assertEquals(Set.of("hai"), expected("node-hai"));
  }

  @Test
  void the_order_names_the_airing_the_late_rule_and_the_sequence() {
    IssuedOrder order = play("xa").order();
    Order.Play play = (Order.Play) order.order();
    assertEquals(new AiringId("ban-tin-sang"), play.airing());
    assertEquals(SIX_AM.plusSeconds(120), play.latestStart());
    assertEquals(7, order.warrant().sequence());
    assertEquals(new CommuneId("ha-dong"), order.warrant().commune());
  }

  @Test
  void the_order_is_good_while_it_may_start_and_not_for_ever() {
    IssuedOrder order = play("xa").order();
    assertTrue(order.warrant().expires().isAfter(SIX_AM.plusSeconds(120)));
    assertTrue(order.warrant().expires().isBefore(SIX_AM.plusSeconds(600)));
    assertFalse(order.warrant().notBefore().isAfter(SIX_AM));
  }

  @Test
  void the_deadline_leaves_time_to_play_whole_and_to_report() {
    assertEquals(SIX_AM.plusSeconds(120 + 40 + 60), play("xa").deadline());
  }

  @Test
  void a_stop_is_good_until_after_the_deadline() {
    Instant deadline = SIX_AM.plusSeconds(500);
    IssuedOrder stop =
        PLANNER.stop(
            new AiringId("ban-tin-sang"),
            Set.of(new PagingZone("xa")),
            deadline,
            new Stamp(8, SIX_AM));
    assertEquals(new Order.Stop(new AiringId("ban-tin-sang")), stop.order());
    assertTrue(stop.warrant().expires().isAfter(deadline));
  }

  private static Set<String> expected(String... zones) {
    return play(zones).expected().stream().map(SpeakerId::value).collect(Collectors.toSet());
  }

  private static Dispatch play(String... zones) {
    Cue cue =
        new Cue(
            new CueId("ban-tin-sang"),
            new AnnouncementId("tiem-chung"),
            zones(zones),
            Priority.ROUTINE,
            SIX_AM,
            LateRule.skipAfter(Duration.ofMinutes(2)));
    return PLANNER.play(cue, RECORDING, SPEAKERS, new Stamp(7, SIX_AM));
  }

  private static Speaker speaker(String id, String... zones) {
    return new Speaker(
        new SpeakerId(id), zones(zones), KEY, true, Optional.empty(), Optional.empty());
  }

  private static Set<PagingZone> zones(String... names) {
    return Arrays.stream(names).map(PagingZone::new).collect(Collectors.toSet());
  }
}
