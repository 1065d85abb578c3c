// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.console.schedule.SessionForm.Days;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotItem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an officer writes into the form of a session, and what it means. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionReaderTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Days ALWAYS = new Days("", "", "play", "routine");
  private static final Set<String> WEEK = Set.of("1", "2", "3", "4", "5");

  private static final Programme KNOWN =
      ProgrammeFile.read(
              """
              programmes:
                - id: buoi-sang
                  title: Bản tin sáng
                  zones: thon-1
                  origin: province
                  except: 2026-12-25
                  slots:
                    - id: tin
                      at: "05:30"
                      days: weekdays
                      items:
                        - {announcement: tin, times: 2, lasts: 90s}
                        - {relay: vov1, lasts: 30m, fallback: nhac}
                      closing: chao
                      late: merge within 10m
              """)
          .programmes()
          .get(0);

  @Test
  void what_was_not_touched_means_what_it_meant() {
    SessionForm form = SessionForm.of(KNOWN);

    assertEquals(KNOWN, read(form, Optional.of(KNOWN)));
    assertEquals(SessionForm.seen(KNOWN), form.seen());
  }

  @Test
  void a_time_that_moves_keeps_its_relay_its_lengths_and_its_name() {
    SessionForm moved = SessionForm.of(KNOWN).moved("05:30", "06:10");

    Slot slot = read(moved, Optional.of(KNOWN)).slots().get(0);

    Slot before = KNOWN.slots().get(0);
    assertEquals(LocalTime.of(6, 10), slot.at());
    assertEquals(before.items(), slot.items());
    assertEquals(before.id(), slot.id());
    assertEquals(before.late(), slot.late());
    assertNotEquals(SessionForm.seen(KNOWN), SessionForm.seen(read(moved, Optional.of(KNOWN))));
  }

  @Test
  void a_new_session_gets_names_of_its_own_and_blank_times_do_not_count() {
    SlotForm noon = slot("11:00", "10", List.of(new SlotForm.Line("tin", "2")));
    SessionForm form = form("Bản tin trưa", List.of(noon, noon, SlotForm.fresh()));

    Programme fresh = read(form, Optional.empty());

    assertTrue(fresh.id().value().startsWith("ban-tin-trua-"), fresh.id().value());
    assertEquals(List.of("luc-1100", "luc-1100-2"), names(fresh));
    assertEquals(2, ((SlotItem) fresh.slots().get(0).items().get(0)).times());
    assertEquals(5, fresh.slots().get(0).days().size());
    assertTrue(fresh.slots().get(0).closingItem().isEmpty());
  }

  @ParameterizedTest(name = "{3}: \"{0}\", when and how late {1}, heard \"{2}\"")
  @CsvSource({
    "'', 05:30/1, tin, PLAN_TITLE_MISSING",
    "Sáng, trưa/1, tin, PLAN_TIME_INVALID",
    "Sáng, 05:30/lâu, tin, PLAN_NUMBER_INVALID",
    "Sáng, 05:30/1441, tin, PLAN_NUMBER_INVALID",
    "Sáng, 05:30/1, '', PLAN_NOTICE_MISSING",
    "Sáng, 05:30/1, =7, PLAN_NOTICE_MISSING",
    "Sáng, /1, '', PLAN_SESSION_EMPTY",
  })
  void what_is_missing_is_named(String title, String when, String what, String code) {
    List<SlotForm.Line> lines = what.isEmpty() ? List.of() : List.of(new SlotForm.Line(what, "1"));
    String[] atAndLate = when.split("/", 2);
    SlotForm slot = slot(atAndLate[0], atAndLate[1], lines);

    assertEquals(code, refusal(form(title, List.of(slot))));
  }

  @Test
  void days_that_leave_none_are_refused() {
    List<SlotForm.Line> lines = List.of(new SlotForm.Line("tin", "1"));
    SlotForm never = new SlotForm("", "05:30", Set.of(), lines, "", "1");
    SlotForm odd = new SlotForm("", "05:30", Set.of("9"), lines, "", "1");
    Days backwards = new Days("2026-12-01", "2026-11-01", "play", "routine");
    List<SlotForm> usual = List.of(slot("05:30", "1", lines));

    assertEquals("PLAN_DAYS_INVALID", refusal(form("Sáng", List.of(never))));
    assertEquals("PLAN_DAYS_INVALID", refusal(form("Sáng", List.of(odd))));
    assertEquals(
        "PLAN_DAYS_INVALID",
        refusal(new SessionForm("", "Sáng", Set.of("thon-1"), backwards, usual, "")));
    assertEquals(
        "AIRING_WITHOUT_ZONE", refusal(new SessionForm("", "Sáng", Set.of(), ALWAYS, usual, "")));
  }

  private static SlotForm slot(String at, String late, List<SlotForm.Line> lines) {
    return new SlotForm("", at, WEEK, lines, "", late);
  }

  private static SessionForm form(String title, List<SlotForm> slots) {
    return new SessionForm("", title, Set.of("thon-1"), ALWAYS, slots, "");
  }

  private static Programme read(SessionForm form, Optional<Programme> known) {
    return new SessionReader(form, VIETNAM).read(known);
  }

  private static List<String> names(Programme programme) {
    List<String> names = new ArrayList<>();
    programme.slots().forEach(slot -> names.add(slot.id().value()));
    return names;
  }

  private static String refusal(SessionForm form) {
    return assertThrows(ProblemException.class, () -> read(form, Optional.empty()))
        .problem()
        .code();
  }
}
