// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At what gain a loudspeaker plays: one level, and hours of each day with another.
 *
 * @param level outside those hours
 * @param byHour hours with a gain of their own, at most {@value #MOST_HOURS}, none within another;
 *     null for none
 * @throws IllegalArgumentException if there are too many, or two hold at one time
 */
public record Volume(Gain level, @Nullable List<Hours> byHour) {
  /** The calibrated level at every hour. */
  public static final Volume CALIBRATED = new Volume(Gain.CALIBRATED, null);

  /** More than anybody keeps in mind. */
  public static final int MOST_HOURS = 8;

  public Volume {
    byHour = byHour == null || byHour.isEmpty() ? null : List.copyOf(byHour);
    if (byHour != null) {
      if (byHour.size() > MOST_HOURS) {
        throw new IllegalArgumentException(
            "A volume has at most %d stretches of hours, was %d."
                .formatted(MOST_HOURS, byHour.size()));
      }
      refuseTwoAtOnce(byHour);
    }
  }

  private static void refuseTwoAtOnce(List<Hours> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (i != j && all.get(i).cover(all.get(j).from())) {
          throw new IllegalArgumentException(
              "Two gains hold at %s: from %s and from %s."
                  .formatted(all.get(j).from(), all.get(i).from(), all.get(j).from()));
        }
      }
    }
  }

  /**
   * Some hours of each day by Vietnamese time, over midnight if they end before they begin.
   *
   * @param from first minute
   * @param until first minute that is not within, different from the first
   * @param gain in place of the level
   * @throws IllegalArgumentException if they end where they begin
   */
  public record Hours(LocalTime from, LocalTime until, Gain gain) {
    public Hours {
      if (from.equals(until)) {
        throw new IllegalArgumentException(
            "Hours have a beginning and another end, was %s to %s.".formatted(from, until));
      }
    }

    /** True if this time of day is within. */
    public boolean cover(LocalTime time) {
      return from.isBefore(until)
          ? !time.isBefore(from) && time.isBefore(until)
          : !time.isBefore(from) || time.isBefore(until);
    }
  }

  /** The hours with a gain of their own; empty if there are none. */
  public List<Hours> hours() {
    return byHour == null ? List.of() : byHour;
  }

  /** The gain at this time of day. */
  public Gain at(LocalTime time) {
    return hours().stream()
        .filter(one -> one.cover(time))
        .findFirst()
        .map(Hours::gain)
        .orElse(level);
  }
}
