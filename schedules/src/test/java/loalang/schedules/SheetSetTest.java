// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static loalang.schedules.Village.morningAt;
import static loalang.schedules.Village.vietnam;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import loalang.protocol.Priority;
import loalang.protocol.ProblemException;
import loalang.schedules.kit.HandClockwork;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Sheets that are changed and taken away by name. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetSetTest {
  private static final ProgrammeSheet MORNING = morningAt("05:30");
  private static final ProgrammeSheet WISHES =
      ProgrammeFile.read(
          """
          one-offs:
            - {id: hop-dan, announcement: moi-hop, zones: thon-1, at: 2026-11-23 09:00}
            - {id: hop-chi-bo, announcement: moi-hop, zones: thon-1, at: 2026-11-23 10:00}
          """);

  private final HandClockwork day = HandClockwork.showing(vietnam("2026-11-23T04:00"));
  private final ScheduleBook book =
      ScheduleBook.open(new ClockworkSettings(QuietHours.USUAL, day, Duration.ofDays(1)), day);

  @AfterEach
  void close() {
    book.close();
  }

  @Test
  void a_sheet_that_is_taken_away_is_not_heard_any_more() {
    book.replace(MORNING);
    book.replace(WISHES);

    book.hold(SheetSet.after(List.of(WISHES), MORNING, ProgrammeSheet.SILENT));

    assertEquals(List.of("hop-dan", "hop-chi-bo"), planned());
  }

  @Test
  void a_single_airing_goes_with_its_sheet_and_others_stay() {
    book.replace(WISHES);
    book.airNow(new CueId("ngay-bay-gio"), Village.NOTICE, Village.EVERYWHERE, Priority.EMERGENCY);

    Preview preview = book.preview(SheetSet.after(List.of(), WISHES, ProgrammeSheet.SILENT));
    book.hold(SheetSet.after(List.of(), WISHES, ProgrammeSheet.SILENT));

    assertEquals(2, preview.changes().stream().filter(Change.Removed.class::isInstance).count());
    assertEquals(List.of("ngay-bay-gio"), planned());
  }

  @Test
  void a_single_airing_another_sheet_asks_for_too_stays() {
    book.replace(WISHES);
    book.hold(SheetSet.after(List.of(WISHES), WISHES, ProgrammeSheet.SILENT));
    assertEquals(2, planned().size());
  }

  @Test
  void the_same_sheets_again_change_nothing() {
    book.replace(MORNING);
    SheetSet again = SheetSet.after(List.of(), MORNING, MORNING);
    List<String> before = planned();

    assertEquals(List.of(), book.preview(again).changes());
    assertEquals(List.of(), book.hold(again));

    assertEquals(before, planned());
    assertEquals(1, before.size());
  }

  @Test
  void sheets_whose_zones_contradict_each_other_change_nothing() {
    ProgrammeSheet up = ProgrammeFile.read("zones:\n  - {zone: thon-1, in: thon-2}\n");
    ProgrammeSheet down = ProgrammeFile.read("zones:\n  - {zone: thon-2, in: thon-1}\n");
    book.replace(MORNING);

    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> book.hold(SheetSet.after(List.of(up), ProgrammeSheet.SILENT, down)));

    assertEquals("ZONE_TREE_INVALID", refused.problem().code());
    assertEquals(1, planned().size());
  }

  private List<String> planned() {
    return book.next(day.instant(), Duration.ofDays(1)).stream()
        .map(cue -> cue.id().value())
        .toList();
  }
}
