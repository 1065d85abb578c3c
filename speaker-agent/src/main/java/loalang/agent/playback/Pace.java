// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

/**
 * Keeps a long sound together with the clock though the device's quartz is not: tells when one
 * frame more or less is to be played. A device's own count is uneven and may be off by a constant,
 * so only the change of a slow mean since the start counts as drift. The audio thread only.
 */
final class Pace {
  /** Readings until the count's own constant error is known. */
  static final int SETTLING = 256;

  /** Readings until it corrects at all: what lasts seconds has no time to drift. */
  static final int PATIENCE = 2 * SETTLING;

  /** Two milliseconds: what sound takes for 0.7 m. Less would follow a count's own unrest. */
  static final double TOLERATED_FRAMES = AudioOutput.FRAMES_PER_SECOND / 500.0;

  /** Beyond this the clock was set or the device stood still: no quartz is so wrong. */
  static final double MOST_FRAMES = AudioOutput.FRAMES_PER_SECOND / 4.0;

  private static final double WEIGHT = 1.0 / SETTLING;

  private int readings;
  private double mean;
  private double settled;

  /**
   * Takes one reading.
   *
   * @param aheadFrames frames the device has consumed before their time, by the clock; negative if
   *     it lags
   * @return 1 to play a frame more now, -1 to play one less, 0 to play as it is
   */
  int correction(double aheadFrames) {
    if (Math.abs(aheadFrames - settled) > MOST_FRAMES) {
      readings = 0; // from here on anew
    }
    readings++;
    mean += (aheadFrames - mean) * Math.max(WEIGHT, 1.0 / readings);
    if (readings <= SETTLING) {
      settled = mean;
    }
    double drift = mean - settled;
    if (readings <= PATIENCE || Math.abs(drift) <= TOLERATED_FRAMES) {
      return 0;
    }
    int frame = (int) Math.signum(drift);
    mean -= frame; // as it will be when this frame has been played
    return frame;
  }
}
