// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Public holidays by date.
 *
 * @param names the holiday's name in Vietnamese by its date
 * @param lastYear the last year the table speaks of; later dates are unknown, not ordinary
 */
public record Holidays(Map<LocalDate, String> names, int lastYear) {
  /** No holiday at all, valid for all years the calendar can count. */
  public static final Holidays NONE = new Holidays(Map.of(), 9999);

  private static final int A_YEAR = 9; // what a row of the table has of each year
  private static final String TABLE = "holidays-vn.tsv";

  public Holidays {
    names = Map.copyOf(names);
  }

  /** The holidays of Vietnam: {@code holidays-vn.tsv} beside this class, each row with a source. */
  public static Holidays ofVietnam() {
    InputStream table = Objects.requireNonNull(Holidays.class.getResourceAsStream(TABLE), TABLE);
    Map<LocalDate, String> names = new LinkedHashMap<>();
    int last = 0;
    try (BufferedReader rows =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        if (!row.startsWith("#") && !row.isBlank()) {
          String[] cells = row.split("\t", -1);
          LocalDate date = LocalDate.parse(cells[0]);
          names.put(date, cells[1]);
          last = Math.max(last, date.getYear());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The holiday table of this program cannot be read.", e);
    }
    return new Holidays(names, last);
  }

  /** This calendar with the days a commune adds: those the government chooses anew each year. */
  public Holidays with(Map<LocalDate, String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<LocalDate, String> all = new LinkedHashMap<>(names);
    all.putAll(more);
    return new Holidays(all, lastYear);
  }

  /**
   * True if it is known which days of this year are holidays: the table reaches so far, or somebody
   * has added as many days as a year of the table has.
   */
  public boolean know(int year) {
    return year <= lastYear
        || names.keySet().stream().filter(day -> day.getYear() == year).count() >= A_YEAR;
  }

  /** The holiday on this day, if it is one. */
  public Optional<String> on(LocalDate date) {
    return Optional.ofNullable(names.get(date));
  }
}
