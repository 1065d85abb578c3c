// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.plans.Readiness;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.rundown.PlannedItem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComingTest {
  private static final Instant EVENING = Instant.parse("2026-11-22T14:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T17:00:00Z");
  private static final Set<PagingZone> HAMLET = Set.of(new PagingZone("thon-mot"));

  @Test
  void the_rest_of_the_day_comes_first_then_what_was_sent_for_tomorrow() {
    Readiness tonight = plan("toi", EVENING.plusSeconds(600));
    Readiness tomorrow = plan("sang", MIDNIGHT.plusSeconds(3_600));

    List<Coming> coming =
        Coming.of(
            List.of(item("trua", EVENING), item("toi", EVENING.plusSeconds(600))),
            List.of(tonight, tomorrow),
            EVENING,
            MIDNIGHT);

    assertEquals(List.of("toi", "sang"), coming.stream().map(Coming::title).toList());
    assertEquals(
        List.of(Optional.of(tonight), Optional.of(tomorrow)),
        coming.stream().map(Coming::ready).toList());
  }

  @Test
  void what_was_sent_for_another_hour_or_notice_says_nothing_about_it() {
    Instant start = EVENING.plusSeconds(600);
    List<Readiness> others = List.of(plan("toi", start.plusSeconds(1)), plan("khac", start));

    List<Coming> coming = Coming.of(List.of(item("toi", start)), others, EVENING, MIDNIGHT);

    assertEquals(List.of(Optional.empty()), coming.stream().map(Coming::ready).toList());
  }

  private static PlannedItem item(String notice, Instant start) {
    Cue cue =
        new Cue(
            new CueId("cue-" + notice),
            new AnnouncementId(notice),
            HAMLET,
            Priority.ROUTINE,
            start,
            LateRule.USUAL);
    return new PlannedItem(cue, notice, Duration.ofMinutes(2));
  }

  private static Readiness plan(String notice, Instant start) {
    PlannedAiring airing =
        new PlannedAiring(
            new AiringId("luot-" + notice),
            new AnnouncementId(notice),
            notice,
            HAMLET,
            Priority.ROUTINE,
            start,
            start.plusSeconds(60));
    return new Readiness(airing, 1, List.of());
  }
}
