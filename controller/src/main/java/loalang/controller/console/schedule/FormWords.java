// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.LateRule;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.ProgrammeId;

/** Words of a form as values; what cannot be one is refused with its code. Pure. */
final class FormWords {
  private static final int SLUG = 16;

  private FormWords() {}

  static String title(String words) {
    if (words.isBlank()) {
      throw problem(
          "PLAN_TITLE_MISSING", "It has no title.", "Write by what name the office will know it.");
    }
    return words;
  }

  /** Who is to hear it and how urgent it is; origin and voices stay what they were. */
  static Audience audience(Set<String> zones, String priority, Optional<Audience> known) {
    return new Audience(
        zones(zones),
        priority(priority),
        known.map(Audience::origin).orElse(Audience.Origin.COMMUNE),
        known.map(Audience::voices).orElse(List.of()));
  }

  static SortedSet<LocalTime> times(String words) {
    TreeSet<LocalTime> times = new TreeSet<>();
    try {
      Stream.of(words.split("[,;\\s]+", -1))
          .filter(word -> !word.isEmpty())
          .map(word -> word.replace('h', ':').replaceFirst("^(\\d):", "0$1:"))
          .map(word -> word.endsWith(":") ? word + "00" : word)
          .map(LocalTime::parse)
          .forEach(times::add);
    } catch (DateTimeException e) {
      throw wrongTime(words);
    }
    if (times.isEmpty()) {
      throw wrongTime(words);
    }
    return times;
  }

  private static ProblemException wrongTime(String words) {
    return problem(
        "PLAN_TIME_INVALID",
        "\"%s\" is no time of day.".formatted(words),
        "Write hours as 05:45, several as 05:45, 17:15.");
  }

  static ProblemException wrongDays(String what) {
    return problem(
        "PLAN_DAYS_INVALID", what, "Choose a first day, a later last day or none, and weekdays.");
  }

  static Optional<LocalDate> date(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw wrongDays("\"%s\" is no day.".formatted(text));
    }
  }

  /** Days of the week by their numbers, 1 for Monday. */
  static Set<DayOfWeek> days(Set<String> numbers) {
    return ranged(
        () ->
            numbers.stream()
                .map(
                    day -> {
                      int number = number(day);
                      if (number < 1 || number > DayOfWeek.values().length) {
                        throw wrongDays("\"%s\" is no day of the week.".formatted(day));
                      }
                      return DayOfWeek.of(number);
                    })
                .collect(Collectors.toSet()));
  }

  static Set<PagingZone> zones(Set<String> names) {
    if (names.isEmpty()) {
      throw problem(
          "AIRING_WITHOUT_ZONE",
          "No zone was chosen.",
          "Tick the zones whose loudspeakers shall sound.");
    }
    return names.stream().map(PagingZone::new).collect(Collectors.toSet());
  }

  static Priority priority(String word) {
    return Stream.of(Priority.values())
        .filter(one -> one.wireName().equals(word))
        .findFirst()
        .orElse(Priority.ROUTINE);
  }

  // Minutes in the form; a rule of seconds that nobody touched stays one.
  static LateRule late(String text, LateRule known) {
    int minutes = number(text);
    return known.grace().toMinutes() == minutes
        ? known
        : ranged(() -> known.withGrace(Duration.ofMinutes(minutes)));
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw outOfRange("\"%s\" is no whole number.".formatted(text));
    }
  }

  static <T> T ranged(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw outOfRange(String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException outOfRange(String what) {
    return problem(
        "PLAN_NUMBER_INVALID", what, "Repeats are 1 to 9, lateness is 0 to 1440 minutes.");
  }

  /** A name made of a title, as no other has. */
  static ProgrammeId freshId(String title, String otherwise) {
    String plain =
        Normalizer.normalize(title.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String slug = plain.substring(0, Math.min(SLUG, plain.length())).replaceAll("-$", "");
    String some = UUID.randomUUID().toString().substring(0, 4);
    return new ProgrammeId((slug.isEmpty() ? otherwise : slug) + "-" + some);
  }

  static ProblemException problem(String code, String what, String next) {
    return new ProblemException(new Problem(code, what, next));
  }
}
