// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Ten thousand messages that were genuine before somebody touched them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlteredTest {
  private static final int ALTERED = 2_500; // of each of four kinds
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final SpeakerId SELF = new SpeakerId("loa-thon-ba");
  private static final CommuneId COMMUNE = new CommuneId("ha-dong");
  private static final PagingZone ZONE = new PagingZone("thon-ba");
  private static final SigningKey KEY = SigningKey.generate();
  private static final Station STATION =
      new Station(
          SELF, COMMUNE, Set.of(ZONE), List.of(new TrustedKey(KEY.verifyKey(), Issuer.COMMUNE)));
  private static final Warrant WARRANT =
      new Warrant(7, Issuer.COMMUNE, COMMUNE, Set.of(ZONE), NOON, NOON.plusSeconds(600));
  private static final Order.Play PLAY =
      new Order.Play(
          new AiringId("ban-tin"),
          new RecordingRef(Digest.of(new byte[1]), 100, Duration.ofSeconds(9)),
          NOON,
          NOON.plusSeconds(120),
          Priority.ROUTINE);
  private static final IssuedPlan PLAN =
      new IssuedPlan(
          WARRANT,
          new DayPlan(LocalDate.of(2026, 11, 22), 1, List.of(new PlannedPlay(Set.of(ZONE), PLAY))));

  private final CommandGate orders = new CommandGate(STATION);
  private final PlanGate plans = new PlanGate(STATION);
  private final OfficeWord word = new OfficeWord(STATION);

  private static byte[] sealed(MessageType type, byte[] payload) {
    return new EnvelopeSigner(KEY).seal(type, payload);
  }

  /** Some bytes changed, cut off, put in, or swapped. Never the same as before. */
  private static byte[] altered(byte[] good, Random random) {
    byte[] bad = good.clone();
    do {
      int at = random.nextInt(bad.length);
      switch (random.nextInt(4)) {
        case 0 -> bad[at] = (byte) random.nextInt(256);
        case 1 -> bad = Arrays.copyOf(bad, 1 + at);
        case 2 -> bad = Arrays.copyOf(bad, bad.length + 1 + random.nextInt(9));
        default -> {
          int other = random.nextInt(bad.length);
          byte kept = bad[at];
          bad[at] = bad[other];
          bad[other] = kept;
        }
      }
    } while (Arrays.equals(good, bad));
    return bad;
  }

  @Test
  void no_altered_order_plan_statement_or_answer_is_heard_and_none_does_harm() {
    byte[] order = sealed(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(WARRANT, PLAY)));
    byte[] plan = sealed(MessageType.PLAN, Wire.PLAN.encode(PLAN));
    byte[] keys =
        sealed(
            MessageType.KEY_STATEMENT,
            Wire.KEY_STATEMENT.encode(
                new KeyStatement(COMMUNE, Issuer.COMMUNE, 1, STATION.trusted())));
    byte[] time =
        sealed(
            MessageType.CLOCK_ANSWER,
            Wire.CLOCK_ANSWER.encode(new ClockAnswer(SELF, "AAECAwQFBgcICQoLDA0ODw", NOON, NOON)));
    assertInstanceOf(Verdict.Trusted.class, orders.judge(order, ReplayWindows.EMPTY, NOON));
    assertInstanceOf(PlanGate.Judged.Trusted.class, plans.judge(plan));
    assertEquals(1, word.keys(keys).stream().count() * word.time(time).stream().count());

    for (int seed = 0; seed < ALTERED; seed++) {
      Random random = new Random(seed);
      Verdict verdict = orders.judge(altered(order, random), ReplayWindows.EMPTY, NOON);
      assertInstanceOf(Verdict.Unverified.class, verdict, "seed " + seed);
      PlanGate.Judged judged = plans.judge(altered(plan, random));
      assertInstanceOf(PlanGate.Judged.Unverified.class, judged, "seed " + seed);
      assertEquals(Optional.empty(), word.keys(altered(keys, random)), "seed " + seed);
      assertEquals(Optional.empty(), word.time(altered(time, random)), "seed " + seed);
    }
  }

  @Test
  void a_pole_without_a_clock_refuses_what_is_good_but_cannot_be_known_to_be_fresh() {
    byte[] order = sealed(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(WARRANT, PLAY)));
    Verdict verdict = orders.judgeWithoutClock(order, ReplayWindows.EMPTY);
    assertEquals(
        RefusalReason.CLOCK_UNKNOWN, assertInstanceOf(Verdict.Refused.class, verdict).reason());
  }

  @Test
  void a_pole_without_a_clock_is_silent_when_it_is_told_and_not_loud_again() {
    Order stop = new Order.Stop(PLAY.airing());
    Order silence = new Order.Silence(NOON.plusSeconds(60));
    Order lift = new Order.Silence(NOON);
    assertInstanceOf(Verdict.Trusted.class, withoutClock(stop));
    assertInstanceOf(Verdict.Trusted.class, withoutClock(silence));
    assertInstanceOf(Verdict.Refused.class, withoutClock(lift));
    assertInstanceOf(Verdict.Refused.class, withoutClock(new Order.SelfTest()));
  }

  private Verdict withoutClock(Order order) {
    byte[] envelope = sealed(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(WARRANT, order)));
    return orders.judgeWithoutClock(envelope, ReplayWindows.EMPTY);
  }

  @Test
  void a_plan_of_another_commune_or_a_higher_level_is_refused_and_one_out_of_time_is_objected_to() {
    Warrant elsewhere =
        new Warrant(
            1, Issuer.COMMUNE, new CommuneId("nam-dinh"), Set.of(ZONE), NOON, NOON.plusSeconds(9));
    Warrant higher =
        new Warrant(1, Issuer.PROVINCE, COMMUNE, Set.of(ZONE), NOON, NOON.plusSeconds(9));
    assertEquals(RefusalReason.OTHER_COMMUNE, refused(elsewhere));
    assertEquals(RefusalReason.ISSUER_NOT_ALLOWED, refused(higher));
    assertEquals(Optional.empty(), PlanGate.objection(WARRANT, NOON.minusSeconds(300)));
    assertEquals(
        Optional.of(RefusalReason.NOT_YET_VALID),
        PlanGate.objection(WARRANT, NOON.minusSeconds(301)));
    assertEquals(Optional.empty(), PlanGate.objection(WARRANT, NOON.plusSeconds(599)));
    assertEquals(
        Optional.of(RefusalReason.EXPIRED), PlanGate.objection(WARRANT, NOON.plusSeconds(600)));
  }

  private RefusalReason refused(Warrant warrant) {
    byte[] plan = sealed(MessageType.PLAN, Wire.PLAN.encode(new IssuedPlan(warrant, PLAN.plan())));
    return assertInstanceOf(PlanGate.Judged.Refused.class, plans.judge(plan)).reason();
  }
}
