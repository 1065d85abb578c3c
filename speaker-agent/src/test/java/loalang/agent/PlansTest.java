// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.FakeOffice;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pole that plays by its plan: a real process, a real broker, and what can go wrong. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlansTest {
  private static final Tone MORNING = Tone.of(440, Duration.ofMillis(400));
  private static final Tone NOON = Tone.of(660, Duration.ofMillis(300));

  private Village village;
  private FakeOffice office;

  @BeforeEach
  void a_village(@TempDir Path directory) throws IOException, MqttException {
    village = new Village(directory, MORNING, NOON);
    office = village.office();
  }

  @AfterEach
  void the_village_sleeps() throws MqttException {
    village.close();
  }

  private static Instant in(long seconds) {
    return Instant.now().plusSeconds(seconds);
  }

  @Test
  void a_plan_is_kept_prefetched_said_once_and_played_with_the_broker_gone() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    Instant start = in(9);
    office.plan(Village.plan(1, Village.at(start, "ban-tin", MORNING)));
    assertEquals(1, village.held(1, 0).plays());

    // When
    village.broker().stop();
    agent.awaitLine("offline");
    agent.kill();
    AgentProcess again = village.agent();
    again.awaitLine("ban-tin started");
    again.awaitLine("ban-tin ended: played");
    village.broker().startAgain();
    office.reconnect();

    // Then
    assertEquals(Outcome.PLAYED, village.end("ban-tin").outcome());
    Duration late = Duration.between(start, village.start("ban-tin").startedAt());
    assertTrue(!late.isNegative() && late.toMillis() < 1_000, "began at its instant: " + late);
    assertTrue(
        office.reports().soFar().stream().noneMatch(one -> one.report() instanceof Report.Accepted),
        "a plan is not accepted airing by airing");
    assertTrue(village.chainHolds());
  }

  @Test
  void a_new_edition_withdraws_and_an_old_one_is_passed_over_after_a_restart_too()
      throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    Instant late = in(3_000);
    DayPlan first =
        Village.plan(1, Village.at(late, "bo-di", MORNING), Village.at(late, "o-lai", NOON));
    DayPlan second = Village.plan(2, Village.at(late, "o-lai", NOON));
    office.plan(first);
    village.held(1, 0);

    // When
    office.plan(second);

    // Then
    assertEquals(Outcome.SKIPPED_WITHDRAWN, village.end("bo-di").outcome());
    village.held(2, 0);

    // And when somebody replays the first
    agent.kill();
    office.reports().clear();
    office.plan(first);
    village.agent();
    village.held(2, 0);
    office.order(new Order.Silence(Instant.EPOCH));
    office.report(Report.OrderObeyed.class);

    // Then
    assertTrue(
        office.reports().soFar().stream()
            .noneMatch(one -> one.report() instanceof Report.PlanHeld held && held.edition() == 1));
  }

  @Test
  void an_airing_that_began_before_a_crash_never_begins_again_from_its_plan() throws Exception {
    // Given
    Tone longer = Tone.of(550, Duration.ofSeconds(20));
    office.keepRecording(longer);
    AgentProcess agent = village.newAgent();
    office.plan(Village.plan(1, Village.at(in(2), "dai", longer)));
    village.start("dai");

    // When
    agent.kill();
    long bytes = Files.size(village.wav("dai"));
    village.agent();

    // Then
    assertEquals(Outcome.PARTIAL, village.end("dai").outcome());
    office.order(Village.play("sau-do", NOON, Priority.ROUTINE));
    assertEquals(Outcome.PLAYED, village.end("sau-do").outcome());
    assertEquals(bytes, Files.size(village.wav("dai")));
  }

  @Test
  void a_recording_nobody_has_is_said_to_be_lacking_and_missed_only_at_the_late_rule()
      throws Exception {
    // Given
    Tone unknown = Tone.of(700, Duration.ofMillis(300));
    village.newAgent();
    Instant start = in(3);
    Order.Play play = Village.at(start, "thieu", unknown);
    Order.Play impatient =
        new Order.Play(
            play.airing(), play.recording(), start, start.plusSeconds(2), play.priority());

    // When
    office.plan(Village.plan(1, impatient, Village.at(start, "con-du", NOON)));

    // Then
    assertTrue(village.held(1, 2).lacking().contains(play.airing()));
    assertEquals(Outcome.PLAYED, village.end("con-du").outcome());
    Report.Ended ended = village.end("thieu");
    assertEquals(Outcome.FAILED_RECORDING_MISSING, ended.outcome());
    assertFalse(ended.endedAt().isBefore(start.plusSeconds(2)), "not given up before its time");
  }

  @Test
  void a_broker_account_without_a_key_plans_nothing() throws Exception {
    // Given
    village.newAgent();
    DayPlan plan = Village.plan(9, Village.at(in(1), "gia", NOON));
    byte[] genuine =
        office
            .signer()
            .seal(
                MessageType.PLAN,
                Wire.PLAN.encode(new IssuedPlan(office.warrant(Set.of(FakeOffice.THON_BA)), plan)));
    byte[] altered = genuine.clone();
    altered[genuine.length / 2] ^= 1;
    String topic = office.topics().plan(plan.date());

    // When
    office.retain(topic, altered);
    office.retain(topic, Wire.PLAN.encode(new IssuedPlan(office.warrant(zone()), plan)));
    office.retain(topic, new byte[2_000_000]);
    office.plan(SigningKey.generate(), office.warrant(zone()), plan);
    byte[] order = new EnvelopeSigner(office.key()).seal(MessageType.ORDER, new byte[] {1});
    office.retain(topic, order);

    // Then
    office.states().await(state -> state.ordersUnverified() >= 4);
    office.order(Village.play("that", NOON, Priority.ROUTINE));
    assertEquals(Outcome.PLAYED, village.end("that").outcome());
    assertFalse(Files.exists(village.wav("gia")));
  }

  private static Set<PagingZone> zone() {
    return Set.of(FakeOffice.THON_BA);
  }

  @Test
  void a_plan_of_two_thousand_airings_fits_into_a_pole() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    Instant first = in(7_200);
    Order.Play[] plays = new Order.Play[DayPlan.MOST_PLAYS];
    for (int i = 0; i < plays.length; i++) {
      plays[i] = Village.at(first.plusSeconds(i), "tiem-chung-20261123-%04d".formatted(i), NOON);
    }

    // When
    office.plan(Village.plan(1, plays));

    // Then
    assertEquals(DayPlan.MOST_PLAYS, village.held(1, 0).plays());
    agent.kill();
    office.reports().clear();
    village.agent();
    village.held(1, 0);
    office.plan(Village.plan(2, Arrays.copyOf(plays, plays.length - 50)));
    office.reports().await(one -> Village.isAbout(one, plays[plays.length - 1].airing().value()));
  }

  @Test
  void a_key_the_province_revoked_plans_and_orders_nothing_any_more() throws Exception {
    // Given
    SigningKey province = SigningKey.generate();
    SigningKey fresh = SigningKey.generate();
    office.alsoTrust(new TrustedKey(province.verifyKey(), Issuer.PROVINCE));
    AgentProcess agent = village.newAgent();
    DayPlan plan = Village.plan(1, Village.at(in(60), "trom", NOON));
    office.plan(plan);
    village.held(1, 0);

    // When
    office.state(
        province,
        new KeyStatement(
            FakeOffice.COMMUNE,
            Issuer.COMMUNE,
            1,
            List.of(new TrustedKey(fresh.verifyKey(), Issuer.COMMUNE))));
    Report.KeysAdopted adopted = office.report(Report.KeysAdopted.class);

    // Then
    assertEquals(1, adopted.edition());
    agent.awaitLine("PLAN_VOID");
    office.order(Village.play("bi-trom", NOON, Priority.EMERGENCY));
    office.states().await(state -> "ENVELOPE_UNKNOWN_KEY".equals(state.lastUnverified()));

    // And after a restart, signed anew with the fresh key
    agent.kill();
    village.agent();
    DayPlan mine = Village.plan(1, Village.at(in(3), "that", NOON));
    office.plan(fresh, office.warrant(zone()), mine);
    assertEquals(Outcome.PLAYED, village.end("that").outcome());
    assertFalse(Files.exists(village.wav("bi-trom")));
    assertFalse(Files.exists(village.wav("trom")));
  }

  @Test
  void a_pole_without_a_clock_waits_for_the_offices_word_and_then_obeys() throws Exception {
    // Given
    village.newAgent("--no-clock-chip");
    Instant ahead = Instant.now().plus(Duration.ofDays(2));
    Order.Play play =
        new Order.Play(
            Village.play("tuoi", NOON, Priority.ROUTINE).airing(),
            NOON.ref(),
            ahead,
            ahead.plusSeconds(120),
            Priority.ROUTINE);
    Warrant warrant = office.warrant(zone());
    office.send(
        office.topics().order(FakeOffice.SPEAKER),
        office.sealed(
            new Warrant(
                warrant.sequence(),
                warrant.issuer(),
                warrant.commune(),
                warrant.zones(),
                ahead.minusSeconds(60),
                ahead.plusSeconds(600)),
            play));
    assertTrue(office.reports().soFar().isEmpty());

    // When
    office.tellTime(Duration.ofDays(2));

    // Then
    assertEquals(Outcome.PLAYED, village.end("tuoi").outcome());
    Duration bound = office.reports().await(one -> Village.isAbout(one, "tuoi")).clockBound();
    assertTrue(bound != null && bound.toMillis() < 2_000, "bound " + bound);
  }

  @Test
  void what_nobody_released_is_refused_once_the_office_gives_releases() throws Exception {
    // Given
    village.newAgent();
    Order.Play free = Village.play("tha", NOON, Priority.EMERGENCY);
    office.order(free);
    assertEquals(Outcome.PLAYED, village.end("tha").outcome());

    // When
    office.order(
        new Order.Play(
            new AiringId("ky-doi"),
            NOON.ref(),
            free.startAt(),
            free.latestStart(),
            Priority.EMERGENCY,
            new Release("lan", "minh")));
    assertEquals(Outcome.PLAYED, village.end("ky-doi").outcome());
    office.order(Village.play("mot-minh", NOON, Priority.EMERGENCY));

    // Then
    Report.Refused refused = office.report(Report.Refused.class);
    assertEquals(RefusalReason.NOT_RELEASED, refused.reason());
    office.order(Village.play("thuong", NOON, Priority.ROUTINE));
    assertEquals(Outcome.PLAYED, village.end("thuong").outcome());
  }

  @Test
  void a_silence_holds_over_a_restart_until_it_is_lifted() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    office.order(new Order.Silence(in(600)));
    office.report(Report.OrderObeyed.class);

    // When
    agent.kill();
    village.agent();
    office.order(Village.play("cam", NOON, Priority.EMERGENCY));

    // Then
    assertEquals(Outcome.SKIPPED_SILENCED, village.end("cam").outcome());
    office.order(new Order.Silence(Instant.EPOCH));
    office.order(Village.play("noi", NOON, Priority.ROUTINE));
    assertEquals(Outcome.PLAYED, village.end("noi").outcome());
  }
}
