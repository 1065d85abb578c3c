// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

/**
 * One sound of a score.
 *
 * @param phone which sound
 * @param seconds how long it lasts, over 0
 * @throws IllegalArgumentException if it lasts no time
 */
public record Segment(Phone phone, double seconds) {
  public Segment {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("A sound lasts more than 0 s, was " + seconds + ".");
    }
  }
}
