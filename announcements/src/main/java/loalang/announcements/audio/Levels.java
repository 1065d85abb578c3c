// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.util.Arrays;
import java.util.List;

/**
 * What a piece of a longer sound measures, so kept that the whole can be measured from its pieces:
 * the power of each tenth of a second (ITU-R BS.1770-4 gates on sums of four of them) and the
 * highest peak. Immutable; usable on any thread.
 */
public final class Levels {
  /** Pieces are this long or a multiple of it, so that tenths never straddle two pieces. */
  public static final int HOPS_PER_SECOND = 10;

  private final double[] hopPowers;
  private final double truePeak;

  private Levels(double[] hopPowers, double truePeak) {
    this.hopPowers = hopPowers;
    this.truePeak = truePeak;
  }

  /** Measures a piece that begins and ends in silence or is the whole. */
  public static Levels of(Pcm sound) {
    return new Levels(LoudnessMeter.hopPowers(sound), TruePeak.highest(sound.raw()));
  }

  /**
   * Levels measured earlier.
   *
   * @param hopPowers mean K-weighted power of each tenth of a second; copied
   * @param truePeak highest magnitude, 1 at full scale
   * @throws IllegalArgumentException if a value is below 0 or not a number
   */
  public static Levels of(double[] hopPowers, double truePeak) {
    if (!(truePeak >= 0) || Arrays.stream(hopPowers).anyMatch(power -> !(power >= 0))) {
      throw new IllegalArgumentException("Powers and peaks are numbers of 0 or more.");
    }
    return new Levels(hopPowers.clone(), truePeak);
  }

  /** Of the pieces one after another. */
  public static Levels ofAll(List<Levels> pieces) {
    double[] all = pieces.stream().flatMapToDouble(p -> Arrays.stream(p.hopPowers)).toArray();
    return new Levels(all, pieces.stream().mapToDouble(p -> p.truePeak).max().orElse(0));
  }

  /** Loudness of the whole when it is played {@code gainDb} louder. */
  public Loudness loudness(double gainDb) {
    return new Loudness(
        LoudnessMeter.integratedLufs(hopPowers) + gainDb, 20 * Math.log10(truePeak) + gainDb);
  }

  /** The powers, one for each tenth of a second; a fresh copy. */
  public double[] hopPowers() {
    return hopPowers.clone();
  }

  /** Highest magnitude, those between samples too, 1 at full scale. */
  public double truePeak() {
    return truePeak;
  }
}
