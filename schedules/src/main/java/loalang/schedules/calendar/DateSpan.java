// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something is valid.
 *
 * @param first the first day, inclusive; null if it has always been valid
 * @param last the last day, inclusive; null if nobody said when it ends
 * @throws IllegalArgumentException if the last day is before the first
 */
public record DateSpan(@Nullable LocalDate first, @Nullable LocalDate last) {
  /** Every day. */
  public static final DateSpan ALWAYS = new DateSpan(null, null);

  public DateSpan {
    if (first != null && last != null && last.isBefore(first)) {
      throw new IllegalArgumentException(
          "The last day %s is before the first day %s.".formatted(last, first));
    }
  }

  /** True if the day lies in the span. */
  public boolean holds(LocalDate day) {
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }
}
