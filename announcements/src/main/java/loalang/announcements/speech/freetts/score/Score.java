// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

import java.util.List;

/**
 * All there is to say about an utterance before it sounds.
 *
 * @param segments the sounds one after the other, beginning and ending with silence
 * @param pitchHertz over the seconds of the utterance
 * @param gainDecibels over the seconds of the utterance, 0 where nothing is held back
 */
public record Score(List<Segment> segments, Curve pitchHertz, Curve gainDecibels) {
  public Score {
    segments = List.copyOf(segments);
  }

  /** How long all of it lasts. */
  public double seconds() {
    return segments.stream().mapToDouble(Segment::seconds).sum();
  }
}
