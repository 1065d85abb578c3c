// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a sound, to be drawn: the highest point of each of many equal stretches.
 * Immutable; usable on any thread.
 *
 * @param heights each 0 to 1, where 1 is full scale or beyond
 */
public record Peaks(List<Double> heights) {
  public Peaks {
    heights = List.copyOf(heights);
  }

  /**
   * The outline of a sound.
   *
   * @param count how many stretches, 1 or more; each has one sample at least, so that a very short
   *     sound has fewer
   * @throws IllegalArgumentException if the count is below 1
   */
  public static Peaks of(Pcm sound, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("An outline has 1 stretch or more, was " + count);
    }
    float[] samples = sound.raw();
    int stretches = Math.min(count, samples.length);
    List<Double> heights = new ArrayList<>(stretches);
    for (int i = 0; i < stretches; i++) {
      int end = (int) ((i + 1L) * samples.length / stretches);
      double highest = 0;
      for (int at = (int) ((long) i * samples.length / stretches); at < end; at++) {
        highest = Math.max(highest, Math.abs(samples[at]));
      }
      heights.add(Math.min(1, highest));
    }
    return new Peaks(heights);
  }
}
