// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import loalang.protocol.Gain;
import loalang.protocol.Volume;

/**
 * How much quieter a pole is at certain hours; outside of them it plays at its calibrated level.
 *
 * @param bands the first that covers an instant counts
 */
public record HourlyGain(List<Band> bands) {
  /** As loud at every hour. */
  public static final HourlyGain LEVEL = new HourlyGain(List.of());

  private static final double QUIETEST = -60;

  public HourlyGain {
    bands = List.copyOf(bands);
  }

  /**
   * Some hours of each day.
   *
   * @param hours when, as quiet hours are said
   * @param gain then
   */
  public record Band(QuietHours hours, Gain gain) {}

  /** The level at this instant for an ordered volume: both add up, down to -60 dB. */
  public Gain at(Instant instant, Volume ordered) {
    double decibels = ordered.at(LocalTime.ofInstant(instant, QuietHours.VIETNAM)).decibels();
    for (Band band : bands) {
      if (band.hours().cover(instant)) {
        decibels += band.gain().decibels();
        break;
      }
    }
    return new Gain(Math.max(QUIETEST, decibels));
  }

  /**
   * Reads {@code 05:30-06:30=-6,18:00-20:00=-3}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static HourlyGain parse(String text) {
    return new HourlyGain(
        text.isBlank()
            ? List.of()
            : List.of(text.split(",", -1)).stream().map(HourlyGain::band).toList());
  }

  private static Band band(String text) {
    String[] sides = text.strip().split("=", -1);
    String[] ends = sides[0].split("-", -1);
    if (sides.length != 2 || ends.length != 2) {
      throw new IllegalArgumentException("A band looks like 05:30-06:30=-6, was " + text);
    }
    QuietHours hours =
        new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]), QuietHours.VIETNAM);
    return new Band(hours, new Gain(Double.parseDouble(sides[1])));
  }
}
