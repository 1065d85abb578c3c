// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.ledger.Tally;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.rundown.Conflict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PastTest {
  private static final Instant NOW = Instant.parse("2031-01-06T05:00:00Z");
  private static final Instant BEFORE = NOW.minus(Duration.ofHours(2));
  private static final PagingZone ONE = new PagingZone("thon-mot");
  private static final PagingZone TWO = new PagingZone("thon-hai");

  @Test
  void what_is_over_is_told_by_the_log_and_not_by_the_plan_of_today() {
    Past past = Past.of(NOW, List.of(played("da-phat", 3, 3)));

    List<Entry> lines =
        past.and(
            List.of(
                refused("da-phat", BEFORE), // refused by a sheet that is newer than the airing
                refused("moi-them", BEFORE), // added to a day that is over
                refused("sap-toi", NOW.plusSeconds(60))));

    assertEquals(List.of("da-phat", "sap-toi"), lines.stream().map(Entry::id).toList());
    assertTrue(lines.get(0).told().isPresent());
  }

  @Test
  void a_place_hears_what_was_meant_for_one_of_its_names() {
    Past past = Past.of(NOW, List.of(played("luot-1", 1, 1)));
    assertEquals(1, past.in(Set.of(ONE, TWO)).told().size());
    assertEquals(0, past.in(Set.of(TWO)).told().size());
  }

  @Test
  void colours_say_what_was_really_played() {
    assertEquals("good", Entry.of(played("phat-du", 3, 3)).colour());
    assertEquals("bad", Entry.of(played("phat-thieu", 2, 3)).colour());
    assertEquals("off", Entry.of(skipped()).colour());
    assertFalse(Entry.of(skipped()).isHeard());
    assertTrue(Entry.of(played("phat-thieu", 2, 3)).isHeard());
  }

  @Test
  void it_sounded_from_its_start_as_long_as_its_recording() {
    Entry entry = Entry.of(played("luot-1", 1, 1));
    assertFalse(entry.soundsAt(BEFORE.minusSeconds(1)));
    assertTrue(entry.soundsAt(BEFORE));
    assertTrue(entry.soundsAt(BEFORE.plusSeconds(89)));
    assertFalse(entry.soundsAt(BEFORE.plusSeconds(90)));
    assertFalse(Entry.of(played("loa-cam", 0, 1)).soundsAt(BEFORE));
  }

  private static Tally played(String id, int rendered, int of) {
    List<Tally.Group> groups =
        List.of(
            new Tally.Group("played", Optional.empty(), "good", rendered),
            new Tally.Group("missing", Optional.empty(), "bad", of - rendered));
    return tally(id, Optional.empty(), groups);
  }

  private static Tally skipped() {
    Problem why = new Problem("CUE_TOO_LATE", "It was too late.", "Plan it anew.");
    return tally("bo-phat", Optional.of(why), List.of());
  }

  private static Tally tally(String id, Optional<Problem> skipped, List<Tally.Group> groups) {
    PlannedAiring planned =
        new PlannedAiring(
            new AiringId(id),
            new AnnouncementId("tiem"),
            "Tiêm chủng",
            Set.of(ONE),
            Priority.ROUTINE,
            BEFORE,
            BEFORE.plusSeconds(60));
    return new Tally(
        planned,
        skipped.isPresent() ? Optional.empty() : Optional.of(BEFORE),
        Optional.empty(),
        Optional.empty(),
        skipped,
        Optional.of(Duration.ofSeconds(90)),
        groups);
  }

  private static Entry refused(String id, Instant start) {
    Conflict conflict =
        new Conflict(
            new CueId(id),
            Set.of(ONE),
            Conflict.Outcome.NOT_HEARD,
            new Problem("RUNDOWN_QUIET_HOURS", "It is night.", "Move it."),
            Conflict.Decider.RULE);
    return Entry.of(conflict, start, id);
  }
}
