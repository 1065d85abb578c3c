// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/**
 * Peaks as they will be after the digital-to-analogue converter: between the samples too, by
 * four-fold oversampling (ITU-R BS.1770-4 Annex 2).
 */
final class TruePeak {
  private static final int PHASES = 4;
  private static final int TAPS = 12;
  private static final float[][] KERNEL = kernel();

  private TruePeak() {}

  static double dbtp(Pcm sound) {
    float highest = 0;
    for (float peak : envelope(sound.raw())) {
      highest = Math.max(highest, peak);
    }
    return 20 * Math.log10(highest);
  }

  /** For each sample the highest magnitude at it or on the way to either neighbour. */
  static float[] envelope(float[] samples) {
    float[] peaks = new float[samples.length];
    float before = 0;
    for (int i = 0; i < samples.length; i++) {
      float after = 0;
      for (int phase = 1; phase < PHASES; phase++) {
        after = Math.max(after, Math.abs(between(samples, i, KERNEL[phase])));
      }
      peaks[i] = Math.max(Math.abs(samples[i]), Math.max(before, after));
      before = after;
    }
    return peaks;
  }

  private static float between(float[] samples, int i, float[] taps) {
    int first = i - TAPS / 2 + 1;
    int from = Math.max(0, -first);
    int to = Math.min(TAPS, samples.length - first);
    float sum = 0;
    for (int t = from; t < to; t++) {
      sum += samples[first + t] * taps[t];
    }
    return sum;
  }

  /** Windowed sinc, one row for each quarter of the way to the next sample. */
  private static float[][] kernel() {
    float[][] rows = new float[PHASES][TAPS];
    for (int phase = 0; phase < PHASES; phase++) {
      double sum = 0;
      for (int t = 0; t < TAPS; t++) {
        double x = t - (TAPS / 2 - 1) - phase / (double) PHASES;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (TAPS / 2.0 + 0.5));
        double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        rows[phase][t] = (float) (sinc * window);
        sum += rows[phase][t];
      }
      for (int t = 0; t < TAPS; t++) {
        rows[phase][t] /= (float) sum; // unity at 0 Hz
      }
    }
    return rows;
  }
}
