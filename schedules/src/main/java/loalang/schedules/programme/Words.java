// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.LateRule;
import loalang.schedules.calendar.Season;
import loalang.schedules.echo.EchoChain;

/** The vocabulary of programme files: each value's spelling, type and problem code. Pure. */
final class Words {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm[:ss]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final String SKIP = "skip after ";
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,5}) ?([smh])");
  private static final Pattern STEP = Pattern.compile("(\\d{1,4}) ?(ms|metres|met|mét)");
  private static final String MERGE = "merge within ";
  private static final Pattern LATE_UNTIL =
      Pattern.compile("(play|merge) until (\\d\\d:\\d\\d(:\\d\\d)?)");
  private static final String LATE_WORDS =
      "\"skip after 60s\" (s, m or h; at most 24h), \"play until 05:45\","
          + " \"merge within 30m\" or \"merge until 06:00\"";

  private static final Map<String, Set<DayOfWeek>> DAYS =
      Map.ofEntries(
          Map.entry("daily", EnumSet.allOf(DayOfWeek.class)),
          Map.entry("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
          Map.entry("weekend", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
          Map.entry("mon", EnumSet.of(DayOfWeek.MONDAY)),
          Map.entry("tue", EnumSet.of(DayOfWeek.TUESDAY)),
          Map.entry("wed", EnumSet.of(DayOfWeek.WEDNESDAY)),
          Map.entry("thu", EnumSet.of(DayOfWeek.THURSDAY)),
          Map.entry("fri", EnumSet.of(DayOfWeek.FRIDAY)),
          Map.entry("sat", EnumSet.of(DayOfWeek.SATURDAY)),
          Map.entry("sun", EnumSet.of(DayOfWeek.SUNDAY)),
          Map.entry("t2", EnumSet.of(DayOfWeek.MONDAY)),
          Map.entry("t3", EnumSet.of(DayOfWeek.TUESDAY)),
          Map.entry("t4", EnumSet.of(DayOfWeek.WEDNESDAY)),
          Map.entry("t5", EnumSet.of(DayOfWeek.THURSDAY)),
          Map.entry("t6", EnumSet.of(DayOfWeek.FRIDAY)),
          Map.entry("t7", EnumSet.of(DayOfWeek.SATURDAY)),
          Map.entry("cn", EnumSet.of(DayOfWeek.SUNDAY)));

  private Words() {}

  static LocalTime time(Leaf leaf) {
    return leaf.as(
        "SLOT_TIME_INVALID", "a time of day as HH:mm or HH:mm:ss, 00:00 to 23:59:59", Words::time);
  }

  static LocalDate date(Leaf leaf) {
    return leaf.as("SLOT_DATE_INVALID", "a date as 2026-11-25 (year-month-day)", LocalDate::parse);
  }

  static LocalDateTime moment(Leaf leaf) {
    return leaf.as(
        "SLOT_TIME_INVALID",
        "a date and a time of day as 2026-11-25 17:30",
        text -> {
          String[] parts = text.split("[ T]", 2);
          if (parts.length < 2) {
            throw new IllegalArgumentException(text);
          }
          return LocalDateTime.of(LocalDate.parse(parts[0]), time(parts[1]));
        });
  }

  static Set<DayOfWeek> days(List<Leaf> leaves) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Leaf leaf : leaves) {
      days.addAll(
          leaf.as(
              "SLOT_DAY_UNKNOWN",
              "daily, weekdays, weekend, mon to sun, or t2 to t7 and cn",
              text -> known(DAYS, text)));
    }
    return days;
  }

  /** A late rule; the wall-clock time after "until" is the next one after the start. */
  static LateRule late(Leaf leaf, LocalTime start) {
    return leaf.as("LATE_RULE_INVALID", LATE_WORDS, text -> late(text, start));
  }

  static Priority priority(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "routine, priority or emergency",
        text ->
            known(
                Map.of(
                    Priority.ROUTINE.wireName(), Priority.ROUTINE,
                    Priority.PRIORITY.wireName(), Priority.PRIORITY,
                    Priority.EMERGENCY.wireName(), Priority.EMERGENCY),
                text));
  }

  /** A late rule for something with several starts: only a length of time makes sense. */
  static LateRule grace(Leaf leaf) {
    return leaf.as(
        "LATE_RULE_INVALID",
        "\"skip after 60s\" or \"merge within 30m\" (s, m or h; at most 24h)",
        text -> late(text.contains(" until ") ? "" : text, LocalTime.MIDNIGHT));
  }

  static Duration length(Leaf leaf) {
    return leaf.as("PROGRAMME_VALUE_INVALID", "a length of time as 90s, 3m or 1h", Words::length);
  }

  static int times(Leaf leaf) {
    return leaf.as("PROGRAMME_VALUE_INVALID", "a number of times, 1 to 9", Integer::parseInt);
  }

  static Episodes.Rotation rotation(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "daily or each-airing",
        text ->
            known(
                Map.of(
                    "daily", Episodes.Rotation.DAILY,
                    "each-airing", Episodes.Rotation.EACH_AIRING),
                text));
  }

  static Season.HolidayRule holidays(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "play, skip or only",
        text ->
            known(
                Map.of(
                    "play", Season.HolidayRule.PLAY,
                    "skip", Season.HolidayRule.SKIP,
                    "only", Season.HolidayRule.ONLY),
                text));
  }

  static Audience.Origin origin(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "commune, province or centre",
        text ->
            known(
                Map.of(
                    "commune", Audience.Origin.COMMUNE,
                    "province", Audience.Origin.PROVINCE,
                    "centre", Audience.Origin.CENTRE),
                text));
  }

  static Audience.Dialect dialect(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "northern, central or southern",
        text ->
            known(
                Map.of(
                    "northern", Audience.Dialect.NORTHERN,
                    "central", Audience.Dialect.CENTRAL,
                    "southern", Audience.Dialect.SOUTHERN),
                text));
  }

  static String language(Leaf leaf) {
    return leaf.text();
  }

  static RelayItem.Source relaySource(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "the name of a station: 3 to 64 of a-z, 0-9 and '-'",
        RelayItem.Source::new);
  }

  /** The step of an echo chain: a distance, which sound needs a time for, or the time itself. */
  static Duration echoStep(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "a distance as 340 metres, or a time as 1000 ms",
        text -> {
          Matcher step = STEP.matcher(text);
          if (!step.matches()) {
            throw new IllegalArgumentException(text);
          }
          int number = Integer.parseInt(step.group(1));
          return step.group(2).equals("ms")
              ? Duration.ofMillis(number)
              : EchoChain.soundTakes(number);
        });
  }

  static ZoneId timeZone(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID", "the name of a time zone, as Asia/Ho_Chi_Minh", ZoneId::of);
  }

  static PagingZone zone(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID", "a zone of 1 to 48 of a-z, 0-9 and '-'", PagingZone::new);
  }

  static AnnouncementId announcement(Leaf leaf) {
    return leaf.as(
        "PROGRAMME_VALUE_INVALID",
        "the id of an announcement: 3 to 64 of a-z, 0-9 and '-'",
        AnnouncementId::new);
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text, TIME);
  }

  private static LateRule late(String text, LocalTime start) {
    if (text.startsWith(SKIP)) {
      return LateRule.skipAfter(length(text.substring(SKIP.length())));
    }
    if (text.startsWith(MERGE)) {
      return LateRule.mergeWithin(length(text.substring(MERGE.length())));
    }
    Matcher until = LATE_UNTIL.matcher(text);
    if (until.matches()) {
      Duration ahead = Duration.between(start, time(until.group(2)));
      Duration grace = ahead.isNegative() ? ahead.plusDays(1) : ahead;
      return until.group(1).equals("merge")
          ? LateRule.mergeWithin(grace)
          : LateRule.skipAfter(grace);
    }
    throw new IllegalArgumentException(text);
  }

  private static Duration length(String text) {
    Matcher length = LENGTH.matcher(text);
    if (!length.matches()) {
      throw new IllegalArgumentException(text);
    }
    long count = Long.parseLong(length.group(1));
    return switch (length.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  private static <T> T known(Map<String, T> words, String text) {
    T value = words.get(text);
    if (value == null) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }
}
