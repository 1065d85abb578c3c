// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanBookTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant SIX = Instant.parse("2026-11-22T23:00:00Z");
  private static final KeyId OFFICE = SigningKey.generate().verifyKey().id();
  private static final KeyId OTHER = SigningKey.generate().verifyKey().id();
  private static final PagingZone OURS = new PagingZone("thon-ba");
  private static final PagingZone THEIRS = new PagingZone("thon-hai");
  private static final PagingZone MARKET = new PagingZone("cho");

  private static PlannedPlay play(String name, PagingZone... zones) {
    RecordingRef recording =
        new RecordingRef(
            Digest.of(name.getBytes(StandardCharsets.UTF_8)), 100, Duration.ofSeconds(9));
    return new PlannedPlay(
        new HashSet<>(Arrays.asList(zones)),
        new Order.Play(new AiringId(name), recording, SIX, SIX.plusSeconds(120), Priority.ROUTINE));
  }

  private static HeldPlan plan(KeyId by, LocalDate date, long edition, PlannedPlay... plays) {
    Warrant warrant =
        new Warrant(
            1,
            Issuer.COMMUNE,
            new CommuneId("ha-dong"),
            Set.of(OURS, THEIRS),
            SIX.minusSeconds(9_000),
            SIX.plusSeconds(9_000));
    DayPlan day = new DayPlan(date, edition, List.of(plays));
    return HeldPlan.of(by, new IssuedPlan(warrant, day), Set.of(OURS, MARKET));
  }

  private static HeldPlan edition(long edition, String... names) {
    PlannedPlay[] plays =
        Arrays.stream(names).map(name -> play(name, OURS)).toArray(PlannedPlay[]::new);
    return plan(OFFICE, MONDAY, edition, plays);
  }

  private static PlanBook.Taking.Taken taken(PlanBook.Taking taking) {
    return assertInstanceOf(PlanBook.Taking.Taken.class, taking);
  }

  @Test
  void only_what_is_for_this_poles_zones_is_its_own() {
    HeldPlan plan =
        plan(
            OFFICE,
            MONDAY,
            1,
            play("cua-ta", OURS, THEIRS),
            play("cua-ho", THEIRS),
            play("ngoai-pham-vi", MARKET)); // our zone, but not the warrant's
    assertEquals(
        List.of("cua-ta"), plan.items().stream().map(item -> item.airing().value()).toList());
  }

  @Test
  void a_later_edition_takes_the_place_of_the_earlier_and_says_what_it_leaves_out() {
    PlanBook first = taken(PlanBook.EMPTY.take(edition(1, "mot", "hai"), 0)).next();
    PlanBook.Taking.Taken second = taken(first.take(edition(2, "hai", "ba-roi"), 1));
    assertEquals(List.of(new AiringId("mot")), second.withdrawn());
    assertEquals(Optional.of(2L), second.next().day(MONDAY).map(HeldPlan::edition));
    assertEquals(2, second.next().toCome(SIX).size());
    assertEquals(0, second.next().toCome(SIX.plusSeconds(121)).size());
  }

  @Test
  void a_pole_never_goes_back_and_takes_the_same_again_only_if_it_was_lost() {
    PlanBook held = taken(PlanBook.EMPTY.take(edition(3, "mot"), 0)).next();
    PlanBook.Taking older = new PlanBook.Taking.Older();
    assertEquals(older, held.take(edition(3, "mot"), 3));
    assertEquals(older, held.take(edition(2, "mot"), 3));
    assertEquals(older, PlanBook.EMPTY.take(edition(2, "mot"), 3));
    taken(PlanBook.EMPTY.take(edition(3, "mot"), 3));
  }

  @Test
  void the_number_of_days_is_bounded_but_a_held_day_may_always_change() {
    PlanBook book = PlanBook.EMPTY;
    for (int day = 0; day < PlanBook.MOST_DAYS; day++) {
      book = taken(book.take(plan(OFFICE, MONDAY.plusDays(day), 1), 0)).next();
    }
    assertEquals(
        new PlanBook.Taking.TooManyDays(), book.take(plan(OFFICE, MONDAY.plusDays(99), 1), 0));
    taken(book.take(edition(2, "mot"), 1));
  }

  @Test
  void what_a_revoked_key_signed_is_void() {
    PlanBook book = taken(PlanBook.EMPTY.take(edition(1, "mot"), 0)).next();
    book = taken(book.take(plan(OTHER, MONDAY.plusDays(1), 1), 0)).next();
    assertEquals(1, book.trusting(Set.of(OTHER)).plans().size());
    assertTrue(book.trusting(Set.of(OTHER)).day(MONDAY).isEmpty());
  }

  @Test
  void a_day_is_kept_for_a_day_after_its_warrant() {
    PlanBook book = taken(PlanBook.EMPTY.take(edition(1, "mot"), 0)).next();
    Instant expires = SIX.plusSeconds(9_000);
    assertEquals(List.of(), book.over(expires.plusSeconds(86_400)));
    assertEquals(List.of(MONDAY), book.over(expires.plusSeconds(86_401)));
    assertEquals(0, book.without(MONDAY).plans().size());
  }

  @Test
  void readiness_is_said_at_once_when_whole_seldom_otherwise_and_always_before_air() {
    // Given
    HeldPlan plan = edition(1, "mot", "hai");
    Instant early = SIX.minusSeconds(7_200);
    Digest one = plan.items().get(0).play().recording().digest();
    Readiness.Word first = Readiness.first(plan, digest -> false, early);
    assertEquals(2, first.report().lacking().size());
    Readiness told = first.next();

    // Then
    assertEquals(Optional.empty(), told.wordAt(plan, digest -> false, early.plusSeconds(900)));
    assertEquals(Optional.empty(), told.wordAt(plan, one::equals, early.plusSeconds(299)));
    assertEquals(
        List.of(new AiringId("hai")),
        told.wordAt(plan, one::equals, early.plusSeconds(300)).orElseThrow().report().lacking());
    assertEquals(
        List.of(),
        told.wordAt(plan, digest -> true, early.plusSeconds(1)).orElseThrow().report().lacking());

    // And a quarter of an hour before, once
    Instant near = SIX.minusSeconds(900);
    assertEquals(Optional.empty(), told.wordAt(plan, digest -> false, near.minusNanos(1)));
    Readiness.Word warning = told.wordAt(plan, digest -> false, near).orElseThrow();
    assertEquals(2, warning.report().lacking().size());
    assertEquals(Optional.empty(), warning.next().wordAt(plan, digest -> false, near));
  }
}
