// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loalang.controller.dispatch.DispatchPlanner.Dispatch;
import loalang.controller.dispatch.DispatchPlanner.Heard;
import loalang.controller.dispatch.DispatchPlanner.Part;
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
import loalang.schedules.CueTerms;
import loalang.schedules.LateRule;
import loalang.schedules.echo.EchoDelay;
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

  @Test
  void a_delayed_cluster_has_an_order_of_its_own_that_starts_later() {
    List<Dispatch> dispatches = dispatches(cue(List.of(delay("thon-hai", 990)), "xa", "thon-hai"));

    assertEquals(2, dispatches.size());
    Order.Play onTime = (Order.Play) dispatches.get(0).order().order();
    Order.Play later = (Order.Play) dispatches.get(1).order().order();
    assertEquals(SIX_AM, onTime.startAt());
    assertEquals(SIX_AM.plusMillis(990), later.startAt());
    assertEquals(SIX_AM.plusSeconds(120).plusMillis(990), later.latestStart());
    assertEquals(onTime.airing(), later.airing());
    assertEquals(Set.of(new SpeakerId("hai")), dispatches.get(1).expected());
    assertEquals(SIX_AM.plusSeconds(220).plusMillis(990), dispatches.get(1).deadline());
  }

  @Test
  void no_order_reaches_a_speaker_of_another_delay() {
    Cue cue =
        cue(List.of(delay("thon-mot", 500), delay("cho", 1000)), "thon-mot", "thon-hai", "xa");

    for (Dispatch dispatch : dispatches(cue)) {
      Set<SpeakerId> reached =
          SPEAKERS.stream()
              .filter(one -> dispatch.order().warrant().zones().stream().anyMatch(one::isIn))
              .map(Speaker::id)
              .collect(Collectors.toSet());
      assertEquals(dispatch.expected(), reached);
    }
    assertEquals(3, dispatches(cue).size());
  }

  @Test
  void every_speaker_is_expected_once_however_clusters_are_delayed() {
    Cue cue = cue(List.of(delay("thon-mot", 500), delay("thon-mot", 800)), "thon-mot", "xa");
    List<SpeakerId> all = new ArrayList<>();
    dispatches(cue).forEach(dispatch -> all.addAll(dispatch.expected()));
    assertEquals(2, all.size());
    assertEquals(Set.of(new SpeakerId("mot"), new SpeakerId("cho")), Set.copyOf(all));
  }

  @Test
  void a_delay_elsewhere_changes_nothing() {
    List<Part> parts = parts(cue(List.of(delay("thon-hai", 500)), "xa"), SPEAKERS);
    assertEquals(
        List.of(
            new Part(
                zones("xa"), Set.of(new SpeakerId("cho")), new Heard(RECORDING, Duration.ZERO))),
        parts);
  }

  @Test
  void an_order_names_so_few_that_it_is_never_too_large() {
    List<Speaker> many =
        IntStream.range(0, 200).mapToObj(number -> speaker("cum-" + number, "xa")).toList();
    List<Part> parts = parts(cue(List.of(delay("xa", 700)), "xa"), many);
    assertEquals(200, parts.stream().mapToInt(part -> part.expected().size()).sum());
    assertTrue(parts.stream().allMatch(part -> part.zones().size() <= 64));
  }

  private static EchoDelay delay(String cluster, long millis) {
    return new EchoDelay("duong-lang", zones(cluster), Duration.ofMillis(millis));
  }

  private static Set<String> expected(String... zones) {
    return parts(cue(List.of(), zones), SPEAKERS).stream()
        .flatMap(part -> part.expected().stream())
        .map(SpeakerId::value)
        .collect(Collectors.toSet());
  }

  private static Dispatch play(String... zones) {
    return dispatches(cue(List.of(), zones)).get(0);
  }

  private static List<Dispatch> dispatches(Cue cue) {
    return parts(cue, SPEAKERS).stream()
        .map(part -> PLANNER.play(cue, part, new Stamp(7, SIX_AM)))
        .toList();
  }

  private static Cue cue(List<EchoDelay> delays, String... zones) {
    return new Cue(
        new CueId("ban-tin-sang"),
        new AnnouncementId("tiem-chung"),
        zones(zones),
        Priority.ROUTINE,
        SIX_AM,
        LateRule.skipAfter(Duration.ofMinutes(2)),
        new CueTerms(Set.of(), List.of(), delays, null));
  }

  private static Speaker speaker(String id, String... zones) {
    return new Speaker(
        new SpeakerId(id), zones(zones), KEY, true, Optional.empty(), Optional.empty());
  }

  private static Set<PagingZone> zones(String... names) {
    return Arrays.stream(names).map(PagingZone::new).collect(Collectors.toSet());
  }

  @Test
  void who_hears_another_recording_has_an_order_of_its_own_at_the_same_instant() {
    RecordingRef hmong =
        new RecordingRef(new Digest("fedcba9876543210".repeat(4)), 2000, Duration.ofSeconds(50));
    Cue cue = cue(List.of(), "thon-mot", "thon-hai", "xa");

    List<Dispatch> dispatches =
        DispatchPlanner.parts(
                cue, SPEAKERS, speaker -> speaker.id().value().equals("hai") ? hmong : RECORDING)
            .stream()
            .map(part -> PLANNER.play(cue, part, new Stamp(7, SIX_AM)))
            .toList();

    assertEquals(2, dispatches.size());
    Dispatch one = dispatches.get(0);
    Dispatch other = dispatches.get(1);
    assertEquals(Set.of(new SpeakerId("mot"), new SpeakerId("cho")), one.expected());
    assertEquals(Set.of(new SpeakerId("hai")), other.expected());
    Order.Play toHmong = (Order.Play) other.order().order();
    assertEquals(hmong, toHmong.recording());
    assertEquals(SIX_AM, toHmong.startAt());
    assertEquals(((Order.Play) one.order().order()).airing(), toHmong.airing());
    assertEquals(one.deadline().plusSeconds(10), other.deadline());
    assertEquals(zones("node-hai"), other.order().warrant().zones());
  }

  private static List<Part> parts(Cue cue, List<Speaker> speakers) {
    return DispatchPlanner.parts(cue, speakers, any -> RECORDING);
  }
}
