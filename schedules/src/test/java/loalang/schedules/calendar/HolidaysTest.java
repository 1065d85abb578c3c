// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.time4j.PlainDate;
import net.time4j.calendar.VietnameseCalendar;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HolidaysTest {
  private static final Holidays VIETNAM = Holidays.ofVietnam();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-01-01, Tết Dương lịch",
    "2026-02-16, Tết Nguyên đán: ngày cuối năm âm lịch",
    "2026-02-17, Tết Nguyên đán: mùng 1",
    "2026-02-19, Tết Nguyên đán: mùng 3",
    "2026-04-26, Giỗ Tổ Hùng Vương (10/3 âm lịch)",
    "2026-04-30, Ngày Chiến thắng",
    "2026-05-01, Ngày Quốc tế lao động",
    "2026-09-02, Quốc khánh",
    // In 2030 the new moon falls on another day in Beijing than in Hanoi.
    "2030-02-02, Tết Nguyên đán: mùng 1",
  })
  void a_public_holiday_has_its_name(LocalDate date, String name) {
    assertEquals(Optional.of(name), VIETNAM.on(date));
  }

  @ParameterizedTest(name = "{0} is a day like any other")
  @CsvSource({"2026-02-15", "2026-03-08", "2026-11-20", "2026-12-25"})
  void other_days_are_no_holidays(LocalDate date) {
    assertEquals(Optional.empty(), VIETNAM.on(date));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("years")
  void the_lunar_dates_of_the_table_are_those_of_a_maintained_library(int year) {
    List<LocalDate> table = new ArrayList<>();
    List<LocalDate> library = new ArrayList<>();
    for (Map.Entry<LocalDate, String> holiday : VIETNAM.names().entrySet()) {
      if (holiday.getKey().getYear() == year && holiday.getValue().endsWith("mùng 1")) {
        table.add(holiday.getKey());
      }
      if (holiday.getKey().getYear() == year && holiday.getValue().startsWith("Giỗ Tổ")) {
        table.add(holiday.getKey());
      }
    }
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      VietnameseCalendar lunar = PlainDate.from(day).transform(VietnameseCalendar.axis());
      boolean leap = lunar.getMonth().isLeap();
      int month = lunar.getMonth().getNumber();
      boolean newYear = !leap && month == 1 && lunar.getDayOfMonth() == 1;
      boolean ancestors = !leap && month == 3 && lunar.getDayOfMonth() == 10;
      if (newYear || ancestors) {
        library.add(day);
      }
    }

    assertEquals(library, table.stream().sorted().toList());
  }

  @Test
  void the_table_says_how_far_it_reaches() {
    assertEquals(2035, VIETNAM.lastYear());
    assertTrue(VIETNAM.names().size() >= 99, "rows: " + VIETNAM.names().size());
  }

  @ParameterizedTest(name = "the holidays of {0} are known with {1} added days: {2}")
  @CsvSource({"2035, 0, true", "2036, 0, false", "2036, 8, false", "2036, 9, true"})
  void a_year_after_the_table_is_unknown_until_its_days_are_listed(
      int year, int added, boolean known) {
    Map<LocalDate, String> more =
        IntStream.range(0, added)
            .mapToObj(day -> LocalDate.of(year, 3, 1).plusDays(day))
            .collect(Collectors.toMap(day -> day, day -> "Ngày nghỉ"));

    assertEquals(known, VIETNAM.with(more).know(year));
  }

  @Test
  void a_commune_adds_the_days_the_government_chooses_each_year() {
    LocalDate fifthDay = LocalDate.of(2026, 2, 20);

    Holidays more = VIETNAM.with(Map.of(fifthDay, "Tết: ngày nghỉ thứ năm"));

    assertEquals(Optional.of("Tết: ngày nghỉ thứ năm"), more.on(fifthDay));
    assertEquals(VIETNAM.on(LocalDate.of(2026, 2, 17)), more.on(LocalDate.of(2026, 2, 17)));
  }

  private static IntStream years() {
    return IntStream.rangeClosed(2025, 2035);
  }
}
