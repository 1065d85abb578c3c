// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.LateRule;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.Season;

/** What blocks of several kinds have in common: their season, their audience. Pure. */
final class Blocks {
  private static final List<String> VOICE = List.of("zones", "dialect", "language");

  private Blocks() {}

  static Season season(Branch branch, ZoneId timeZone, Set<DayOfWeek> days) {
    Set<LocalDate> except = new LinkedHashSet<>();
    if (branch.has("except")) {
      branch.words("except").forEach(word -> except.add(Words.date(word)));
    }
    return branch.checked(
        () ->
            new Season(
                timeZone,
                new DateSpan(
                    branch.optional("first-day").map(Words::date).orElse(null),
                    branch.optional("last-day").map(Words::date).orElse(null)),
                days,
                branch.optional("holidays").map(Words::holidays).orElse(Season.HolidayRule.PLAY),
                except));
  }

  static Set<DayOfWeek> daysOrAll(Branch branch) {
    return branch.has("days") ? Words.days(branch.words("days")) : EnumSet.allOf(DayOfWeek.class);
  }

  static Audience audience(Branch branch) {
    List<Audience.Voice> voices = new ArrayList<>();
    branch.branches("voices", "a voice", VOICE).forEach(voice -> voices.add(voice(voice)));
    return new Audience(
        zones(branch),
        priority(branch, "priority", Priority.ROUTINE),
        branch.optional("origin").map(Words::origin).orElse(Audience.Origin.COMMUNE),
        voices);
  }

  private static Audience.Voice voice(Branch branch) {
    Set<PagingZone> zones = zones(branch);
    String language =
        branch.optional("language").map(Words::language).orElse(Audience.Voice.VIETNAMESE);
    return branch.checked(
        () ->
            new Audience.Voice(
                zones, language, branch.optional("dialect").map(Words::dialect).orElse(null)));
  }

  static ProgrammeId programmeId(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID", "an id of 1 to 24 of a-z, 0-9 and single '-'", ProgrammeId::new);
  }

  static Set<PagingZone> zones(Branch branch) {
    Set<PagingZone> zones = new LinkedHashSet<>();
    branch.words("zones").forEach(word -> zones.add(Words.zone(word)));
    return zones;
  }

  static Priority priority(Branch branch, String key, Priority usual) {
    return branch.optional(key).map(Words::priority).orElse(usual);
  }

  static LateRule late(Branch branch, LocalTime at) {
    return branch.optional("late").map(leaf -> Words.late(leaf, at)).orElse(LateRule.USUAL);
  }
}
