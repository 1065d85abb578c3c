// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.plans.HeldStore.Held;
import loalang.controller.plans.HeldStore.Refused;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.wire.Wire;
import loalang.schedules.CueId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadinessTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant SIX = Instant.parse("2026-11-22T23:00:00Z");
  private static final SpeakerId ONE = new SpeakerId("mot");
  private static final Speaker HEARD = speaker(true);
  private static final Speaker SILENT = speaker(false);

  @Test
  void who_holds_the_edition_and_all_sounds_is_ready_heard_or_not() {
    Readiness one = readiness(SILENT, Map.of(ONE, held(3)), Map.of());
    assertEquals(1, one.ready());
    assertEquals(Readiness.Level.READY, one.level(SIX));
  }

  @Test
  void an_edition_from_before_the_airing_changed_does_not_count() {
    assertEquals(Readiness.Why.UNCONFIRMED, why(HEARD, Map.of(ONE, held(2)), Map.of()));
    assertEquals(Readiness.Why.OFFLINE, why(SILENT, Map.of(ONE, held(2)), Map.of()));
  }

  @Test
  void a_recording_that_lacks_is_named() {
    assertEquals(
        Readiness.Why.RECORDING_LACKING, why(HEARD, Map.of(ONE, held(3, "hop-0")), Map.of()));
  }

  @Test
  void a_list_that_was_cut_off_may_lack_anything() {
    String[] many = IntStream.range(1, 65).mapToObj(i -> "khac-" + i).toArray(String[]::new);
    assertEquals(Readiness.Why.RECORDING_LACKING, why(HEARD, Map.of(ONE, held(3, many)), Map.of()));
  }

  @Test
  void a_refusal_says_why() {
    Map<SpeakerId, Refused> refused = Map.of(ONE, new Refused(3, RefusalReason.NOT_RELEASED));
    Readiness one = readiness(HEARD, Map.of(ONE, held(2)), refused);
    assertEquals(Readiness.Why.REFUSED, one.notReady().get(0).why());
    assertEquals(Optional.of("NOT_RELEASED"), one.notReady().get(0).detail());
  }

  @Test
  void it_is_a_warning_from_a_quarter_of_an_hour_and_an_alarm_from_three_minutes_on() {
    Readiness one = readiness(SILENT, Map.of(), Map.of());
    assertEquals(Readiness.Level.WAITING, one.level(SIX.minusSeconds(901)));
    assertEquals(Readiness.Level.WARNING, one.level(SIX.minusSeconds(900)));
    assertEquals(Readiness.Level.ALARM, one.level(SIX.minusSeconds(180)));
  }

  @Test
  void the_fullest_day_that_fits_goes_into_its_envelope() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      entries.add(entry(i));
    }

    Fitting fitting = Fitting.of(entries);

    List<PlannedPlay> plays =
        fitting.days().getOrDefault(DAY, List.of()).stream()
            .flatMap(one -> one.plays().stream())
            .toList();
    Warrant warrant =
        new Warrant(
            1,
            Issuer.COMMUNE,
            new CommuneId("ha-dong"),
            plays.get(0).zones(),
            SIX,
            SIX.plusSeconds(86_400));
    byte[] envelope =
        new EnvelopeSigner(SigningKey.generate())
            .seal(
                MessageType.PLAN,
                Wire.PLAN.encode(new IssuedPlan(warrant, new DayPlan(DAY, 1, plays))));
    assertTrue(envelope.length <= MessageType.PLAN.maxEnvelopeBytes(), envelope.length + " bytes");
    assertEquals("PLAN_TOO_LARGE", fitting.problems().get(0).code());
    assertEquals(entries, concat(fitting));
  }

  private static List<Entry> concat(Fitting fitting) {
    List<Entry> all = new ArrayList<>(fitting.days().getOrDefault(DAY, List.of()));
    all.addAll(fitting.leftOut());
    return all;
  }

  private static Readiness.Why why(
      Speaker speaker, Map<SpeakerId, Held> held, Map<SpeakerId, Refused> refused) {
    return readiness(speaker, held, refused).notReady().get(0).why();
  }

  private static Readiness readiness(
      Speaker speaker, Map<SpeakerId, Held> held, Map<SpeakerId, Refused> refused) {
    return Readiness.of(entry(0), List.of(speaker), new Readiness.Said(3, held, refused));
  }

  private static Held held(long edition, String... lacking) {
    return new Held(edition, List.of(lacking).stream().map(AiringId::new).toList());
  }

  private static Entry entry(int number) {
    AiringId airing = new AiringId("hop-" + number);
    Instant start = SIX.plusNanos(number * 1_000_001L);
    Set<PagingZone> zones = Set.of(new PagingZone("xa"), new PagingZone("thon-" + "x".repeat(40)));
    Order.Play play =
        new Order.Play(
            airing,
            new RecordingRef(
                Digest.of("tin".getBytes(UTF_8)), 64_000_000, Duration.ofMillis(9_123)),
            start,
            start.plusSeconds(60),
            Priority.EMERGENCY,
            new Release("a".repeat(63) + "b", "a".repeat(63) + "c"));
    PlannedAiring what =
        new PlannedAiring(
            airing,
            new AnnouncementId("tin"),
            "Tin",
            zones,
            Priority.EMERGENCY,
            start,
            start.plusSeconds(60));
    return new Entry(new CueId(airing.value()), DAY, what, List.of(new PlannedPlay(zones, play)));
  }

  private static Speaker speaker(boolean online) {
    return new Speaker(
        ONE,
        Set.of(new PagingZone("xa")),
        SigningKey.generate().verifyKey(),
        online,
        Optional.empty(),
        Optional.empty());
  }
}
