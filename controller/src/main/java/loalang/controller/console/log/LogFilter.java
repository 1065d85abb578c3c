// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import loalang.controller.ledger.Question;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * What somebody chose above the log, as it stands in the address.
 *
 * @param from the first day
 * @param to the last day
 * @param zone empty for all
 * @param priority its name on the wire; empty for all
 * @param state a word; empty for all
 * @param words in the title; empty for all
 * @param page 1 or more
 * @param wrong the key of what is wrong with the days; then the usual days are taken
 */
public record LogFilter(
    LocalDate from,
    LocalDate to,
    String zone,
    String priority,
    String state,
    String words,
    int page,
    Optional<String> wrong) {
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 366;
  private static final int MOST_PAGES = 100_000;
  private static final int LONGEST_WORDS = 100;

  /** States of a speaker one can look for, and of an airing that came to no speaker. */
  public static final List<String> STATES =
      List.of(
          "played",
          "partial",
          "pre-empted",
          "skipped",
          "failed",
          "missing",
          "expected",
          "accepted",
          "ready",
          "started");

  /** Reads an address; what makes no sense counts as not said. */
  static LogFilter read(Function<String, Optional<String>> query, LocalDate today) {
    LocalDate usual = today.minusDays(USUAL_DAYS - 1);
    Optional<String> wrong = Optional.empty();
    LocalDate from = usual;
    LocalDate to = today;
    try {
      to = query.apply("to").map(LocalDate::parse).orElse(today);
      from = query.apply("from").map(LocalDate::parse).orElse(to.minusDays(USUAL_DAYS - 1));
      wrong = fault(from, to);
    } catch (DateTimeParseException e) {
      wrong = Optional.of("log.wrong-day");
    }
    boolean isRight = wrong.isEmpty();
    String words = query.apply("words").orElse("").strip();
    return new LogFilter(
        isRight ? from : usual,
        isRight ? to : today,
        query.apply("zone").filter(LogFilter::isZone).orElse(""),
        query.apply("priority").filter(LogFilter::isPriority).orElse(""),
        query.apply("state").filter(STATES::contains).orElse(""),
        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
        query.apply("page").map(LogFilter::page).orElse(1),
        wrong);
  }

  /** What the ledger is asked. */
  Question question(ZoneId wall) {
    return new Question(
        from.atStartOfDay(wall).toInstant(),
        to.plusDays(1).atStartOfDay(wall).toInstant(),
        given(zone).map(PagingZone::new),
        given(priority).map(name -> Priority.valueOf(name.toUpperCase(Locale.ROOT))),
        given(state),
        words);
  }

  /** The address's query without the page. */
  public String query() {
    StringBuilder query = new StringBuilder("from=" + from + "&to=" + to);
    add(query, "zone", zone);
    add(query, "priority", priority);
    add(query, "state", state);
    add(query, "words", words);
    return query.toString();
  }

  /** True if anything but the days is chosen. */
  public boolean isNarrow() {
    return Stream.of(zone, priority, state, words).anyMatch(chosen -> !chosen.isEmpty());
  }

  private static void add(StringBuilder query, String name, String value) {
    given(value)
        .ifPresent(
            said ->
                query
                    .append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(said, StandardCharsets.UTF_8)));
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(said -> !said.isEmpty());
  }

  private static Optional<String> fault(LocalDate from, LocalDate to) {
    if (from.getYear() < 2000 || to.getYear() > 2200) {
      return Optional.of("log.wrong-day");
    }
    if (to.isBefore(from)) {
      return Optional.of("log.wrong-order");
    }
    return ChronoUnit.DAYS.between(from, to) >= MOST_DAYS
        ? Optional.of("log.wrong-span")
        : Optional.empty();
  }

  private static boolean isZone(String name) {
    try {
      return !new PagingZone(name).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPriority(String name) {
    return Stream.of(Priority.values()).anyMatch(known -> known.wireName().equals(name));
  }

  private static int page(String number) {
    try {
      return Math.max(1, Math.min(MOST_PAGES, Integer.parseInt(number)));
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
