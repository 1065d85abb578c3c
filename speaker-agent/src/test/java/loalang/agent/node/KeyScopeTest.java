// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import loalang.agent.enrolment.KeyRingStore;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.enrolment.KeyScope;
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
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole pole that learns of a campaign desk whose key reaches some zones and no emergency. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyScopeTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final PagingZone ELSEWHERE = new PagingZone("cho");
  private static final SigningKey DESK = SigningKey.generate();

  private HandMovedPole pole;
  private long sequence;

  @BeforeEach
  void a_pole(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("identity"));
    pole = new HandMovedPole(directory, NOON);
    pole.inbox().connected();
    pole.happen();
  }

  @Test
  void a_key_with_a_scope_orders_what_is_not_too_urgent_and_no_more() {
    // When
    trust(new KeyScope(Set.of(HandMovedPole.ZONE), Priority.PRIORITY));

    // Then
    assertEquals(List.of("Accepted"), ordered(play("tin", Priority.PRIORITY)));
    assertEquals(List.of("Refused"), ordered(play("bao", Priority.EMERGENCY)));
    assertEquals(List.of("Refused"), ordered(new Order.Stop(new AiringId("tin"))));
    assertEquals(List.of("OrderRefused"), ordered(new Order.Silence(NOON.plusSeconds(60))));
  }

  @Test
  void a_key_for_other_zones_is_refused_though_its_order_names_this_one() {
    trust(new KeyScope(Set.of(ELSEWHERE), null));
    assertEquals(List.of("Refused"), ordered(play("tin", Priority.ROUTINE)));
  }

  @Test
  void a_key_with_a_scope_says_nothing_about_keys() {
    // Given
    trust(new KeyScope(null, Priority.EMERGENCY));
    assertEquals(List.of("Accepted"), ordered(play("tin", Priority.EMERGENCY)));

    // When
    pole.inbox().keyStatement(statement(9, DESK, new TrustedKey(DESK.verifyKey(), Issuer.COMMUNE)));
    pole.happen();

    // Then
    assertEquals(List.of(), pole.told());
  }

  @Test
  void of_a_plan_only_what_reaches_too_far_is_refused() {
    // Given
    trust(new KeyScope(Set.of(HandMovedPole.ZONE), Priority.PRIORITY));

    // When
    pole.inbox()
        .plan(plan(play("tin", Priority.ROUTINE), play("bao", Priority.EMERGENCY)), () -> {});
    pole.happen();

    // Then
    assertEquals(List.of("Refused", "PlanHeld"), pole.told());
  }

  @Test
  void what_was_planned_by_a_key_that_now_reaches_less_far_is_refused() {
    // Given
    trust(null);
    pole.inbox().plan(plan(play("bao", Priority.EMERGENCY)), () -> {});
    pole.happen();
    assertEquals(List.of("PlanHeld"), pole.told());

    // When
    trust(new KeyScope(null, Priority.ROUTINE));

    // Then
    assertEquals(List.of("KeysAdopted", "Refused"), withoutPlans());
  }

  @Test
  void the_scope_outlives_a_restart() {
    KeyScope scope = new KeyScope(Set.of(HandMovedPole.ZONE, ELSEWHERE), Priority.ROUTINE);
    trust(scope);
    List<TrustedKey> kept = new KeyRingStore(pole.directory).load(List.of()).trusted();
    assertEquals(
        List.of(scope),
        kept.stream()
            .filter(one -> one.key().equals(DESK.verifyKey()))
            .map(TrustedKey::scope)
            .toList());
  }

  private List<String> withoutPlans() {
    return told.stream().filter(one -> !one.equals("PlanHeld")).sorted().toList();
  }

  private List<String> told = List.of();

  private void trust(@Nullable KeyScope scope) {
    TrustedKey own = new TrustedKey(pole.office.verifyKey(), Issuer.COMMUNE);
    TrustedKey desk = new TrustedKey(DESK.verifyKey(), Issuer.COMMUNE, scope);
    pole.inbox().keyStatement(statement(++sequence, pole.office, own, desk));
    pole.happen();
    told = pole.told();
  }

  private static byte[] statement(long edition, SigningKey by, TrustedKey... keys) {
    KeyStatement statement =
        new KeyStatement(HandMovedPole.COMMUNE, Issuer.COMMUNE, edition, Arrays.asList(keys));
    return new EnvelopeSigner(by)
        .seal(MessageType.KEY_STATEMENT, Wire.KEY_STATEMENT.encode(statement));
  }

  private static Order.Play play(String name, Priority priority) {
    RecordingRef recording = new RecordingRef(Digest.of(new byte[1]), 9, Duration.ofSeconds(9));
    Instant start = NOON.plus(Duration.ofHours(2));
    return new Order.Play(new AiringId(name), recording, start, start.plusSeconds(60), priority);
  }

  private Warrant warrant() {
    return new Warrant(
        ++sequence,
        Issuer.COMMUNE,
        HandMovedPole.COMMUNE,
        Set.of(HandMovedPole.ZONE),
        NOON.minusSeconds(60),
        NOON.plus(Duration.ofHours(9)));
  }

  private List<String> ordered(Order order) {
    byte[] issued = Wire.ORDER.encode(new IssuedOrder(warrant(), order));
    pole.inbox().order(new EnvelopeSigner(DESK).seal(MessageType.ORDER, issued), () -> {});
    pole.happen();
    List<String> all = pole.told(); // this pole has no room: what is accepted then ends
    return all.subList(0, Math.min(1, all.size()));
  }

  private byte[] plan(Order.Play... plays) {
    List<PlannedPlay> planned =
        Arrays.stream(plays)
            .map(play -> new PlannedPlay(Set.of(HandMovedPole.ZONE), play))
            .toList();
    byte[] issued = Wire.PLAN.encode(new IssuedPlan(warrant(), new DayPlan(DAY, 1, planned)));
    return new EnvelopeSigner(DESK).seal(MessageType.PLAN, issued);
  }
}
