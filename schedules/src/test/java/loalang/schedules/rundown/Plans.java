// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loalang.schedules.Cue;
import loalang.schedules.calendar.Holidays;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.quiet.QuietHours;

/** Plans from a few words, and rundowns as words. */
final class Plans {
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Plans() {}

  static Timetable timetable(String... sheets) {
    Timetable timetable = Timetable.EMPTY;
    for (String sheet : sheets) {
      timetable = timetable.with(ProgrammeFile.read(sheet));
    }
    return timetable;
  }

  /** The usual rules; every announcement whose length nobody said takes three minutes. */
  static PlanningRules rules(QuietHours quiet) {
    return new PlanningRules(
        quiet,
        Holidays.ofVietnam(),
        PlanningRules.Limits.USUAL,
        new PlanningRules.Lengths(Map.of(), Duration.ofMinutes(3)));
  }

  static PlanningRules rules() {
    return rules(QuietHours.USUAL);
  }

  /** Quiet hours that leave midnight alone. */
  static PlanningRules awakeAtMidnight() {
    return rules(new QuietHours(LocalTime.of(2, 0), LocalTime.of(5, 0), VIETNAM));
  }

  static Rundown day(Timetable timetable, PlanningRules rules, String date) {
    return new RundownPlanner(timetable, rules).day(LocalDate.parse(date));
  }

  static Instant vietnam(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(VIETNAM).toInstant();
  }

  /** "05:30 tin [thon-1]", one after the other. */
  static String heard(Rundown day) {
    return day.cues().stream().map(Plans::shown).collect(Collectors.joining(", "));
  }

  static String shown(Cue cue) {
    List<String> zones = cue.zones().stream().map(zone -> zone.value()).sorted().toList();
    return cue.start().atZone(VIETNAM).toLocalTime() + " " + cue.announcement() + " " + zones;
  }

  static String conflicts(Rundown day) {
    return day.conflicts().stream()
        .map(c -> c.outcome() + " " + c.why().code() + " " + c.airing().source())
        .collect(Collectors.joining(", "));
  }

  /** A programme with one item of three minutes every day. */
  static String daily(String id, String time, String more) {
    return """
        programmes:
          - id: %1$s
            title: Chương trình %1$s
            zones: thon-1
            %3$s
            slots:
              - {id: muc, at: "%2$s", days: daily, announcement: tin-%1$s, late: skip after 30m}
        """
        .formatted(id, time, more);
  }
}
