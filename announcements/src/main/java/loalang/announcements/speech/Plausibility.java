// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech;

import java.util.Locale;
import java.util.Optional;
import loalang.announcements.audio.Pcm;

/**
 * Can this sound be so many words? Engines fail quietly: FreeTTS truncates without an exception, a
 * broken installation of any engine gives a valid file of nothing.
 */
final class Plausibility {
  /** The quickest measured speech takes 120 ms a syllable; half of that is not speech. */
  private static final long SHORTEST_MILLIS_PER_WORD = 60;

  /** An English word of many syllables, or a number read out, stays well below this. */
  private static final long LONGEST_MILLIS_PER_WORD = 3_000;

  private static final long LONGEST_START_MILLIS = 3_000;
  private static final double QUIETEST_DBFS = -60;

  private Plausibility() {}

  static Optional<String> complaintAbout(Pcm sound, int words) {
    long millis = sound.duration().toMillis();
    if (millis < SHORTEST_MILLIS_PER_WORD * words) {
      return Optional.of("only %d ms of sound".formatted(millis));
    }
    if (millis > LONGEST_START_MILLIS + LONGEST_MILLIS_PER_WORD * words) {
      return Optional.of("%d ms of sound, far too much".formatted(millis));
    }
    double level = sound.rmsDbfs();
    if (!(level > QUIETEST_DBFS)) {
      return Optional.of(String.format(Locale.ROOT, "%d ms of silence (%.0f dBFS)", millis, level));
    }
    return Optional.empty();
  }
}
