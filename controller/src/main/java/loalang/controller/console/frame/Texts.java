// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import loalang.protocol.Problem;

/**
 * What officers read, in Vietnamese or English. Dates and times are written as in Vietnam in both.
 *
 * @param language of the texts
 * @param zone whose wall clock instants are shown by
 */
public record Texts(Language language, ZoneId zone) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int SECONDS_PER_MINUTE = 60;

  /** Vietnamese texts. */
  public static Texts vietnamese(ZoneId zone) {
    return new Texts(Language.VI, zone);
  }

  /** The text of a key; the key itself if nobody wrote one. */
  public String of(String key) {
    return Wording.of(language).getOrDefault(key, key);
  }

  /** The text of a key with values in its places {@code {0}}, {@code {1}}. */
  public String of(String key, Object... values) {
    String text = of(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** True if somebody wrote a text for this key. */
  public boolean knows(String key) {
    return Wording.of(language).containsKey(key);
  }

  /** The title of a problem; its code if nobody wrote one. */
  public String problem(String code) {
    return language == Language.EN
        ? Told.words(code)
        : Wording.of(language).getOrDefault("problem." + code, code);
  }

  /** A problem as it is told on a page. */
  public Told tell(Problem problem) {
    return Told.of(problem, this);
  }

  /** Why an airing ended as it did on a speaker. */
  public String reason(String code) {
    return of("reason." + code);
  }

  /** An instant as the clock on the wall shows it, with its day. */
  public String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** Hour and minute. */
  public String hour(Instant instant) {
    return HOUR.format(instant.atZone(zone));
  }

  /** Hour, minute and second. */
  public String second(Instant instant) {
    return SECOND.format(instant.atZone(zone));
  }

  /** Day, month, year. */
  public String date(LocalDate day) {
    return DATE.format(day);
  }

  /** The day of the week and the date. */
  public String day(LocalDate day) {
    return of("weekday." + day.getDayOfWeek().getValue()) + ", " + date(day);
  }

  /** The day an instant belongs to on the wall. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** A length in minutes and seconds, as 3:07. */
  public String length(Duration length) {
    long seconds = length.plusMillis(500).toSeconds();
    return String.format(
        Locale.ROOT, "%d:%02d", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
  }

  /** A share of a whole in per cent, with a comma as in Vietnam. */
  public String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    String number = String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    return (language == Language.VI ? number.replace('.', ',') : number) + " %";
  }

  /** A whole number in groups of three, with points as in Vietnam. */
  public String whole(long number) {
    String grouped = String.format(Locale.ROOT, "%,d", number);
    return language == Language.VI ? grouped.replace(',', '.') : grouped;
  }

  /** A length in seconds with one decimal, as 43.200,5. */
  public String seconds(Duration length) {
    String number = String.format(Locale.ROOT, "%,.1f", length.toMillis() / 1_000.0);
    return language == Language.VI
        ? number.replace(',', ' ').replace('.', ',').replace(' ', '.')
        : number;
  }

  /** A number with its decimals, with a comma as in Vietnam. */
  public String decimal(String number) {
    return language == Language.VI ? number.replace('.', ',') : number;
  }

  /** Every key somebody wrote a text for. */
  public Set<String> keys() {
    return Wording.of(language).keySet();
  }
}
