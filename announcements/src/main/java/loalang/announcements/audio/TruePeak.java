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
  private static final int BLOCK = 32;

  /** No peak between samples is higher than this times the largest sample around it. */
  private static final float MOST_BETWEEN = largestGain();

  private TruePeak() {}

  static double dbtp(Pcm sound) {
    return 20 * Math.log10(highest(sound.raw()));
  }

  /** The highest magnitude; looks between samples only where a new highest is possible. */
  static float highest(float[] samples) {
    float highest = 0;
    for (float sample : samples) {
      highest = Math.max(highest, Math.abs(sample));
    }
    for (int from = 0; from < samples.length; from += BLOCK) {
      if (MOST_BETWEEN * largestAround(samples, from) > highest) {
        int end = Math.min(samples.length, from + BLOCK);
        for (int i = from; i < end; i++) {
          highest = Math.max(highest, highestAfter(samples, i));
        }
      }
    }
    return highest;
  }

  /**
   * For each sample the highest magnitude at it or on the way to either neighbour. Where no peak
   * can pass {@code floor}, the sample's own magnitude is enough.
   */
  static float[] envelope(float[] samples, float floor) {
    float[] peaks = new float[samples.length];
    for (int from = 0; from < samples.length; from += BLOCK) {
      int end = Math.min(samples.length, from + BLOCK);
      if (MOST_BETWEEN * largestAround(samples, from) > floor) {
        float before = from == 0 ? 0 : highestAfter(samples, from - 1);
        for (int i = from; i < end; i++) {
          float after = highestAfter(samples, i);
          peaks[i] = Math.max(Math.abs(samples[i]), Math.max(before, after));
          before = after;
        }
      } else {
        for (int i = from; i < end; i++) {
          peaks[i] = Math.abs(samples[i]);
        }
      }
    }
    return peaks;
  }

  private static float highestAfter(float[] samples, int i) {
    float after = 0;
    for (int phase = 1; phase < PHASES; phase++) {
      after = Math.max(after, Math.abs(between(samples, i, KERNEL[phase])));
    }
    return after;
  }

  private static float largestAround(float[] samples, int from) {
    int end = Math.min(samples.length, from + BLOCK + TAPS);
    float largest = 0;
    for (int i = Math.max(0, from - TAPS); i < end; i++) {
      largest = Math.max(largest, Math.abs(samples[i]));
    }
    return largest;
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

  private static float largestGain() {
    float largest = 1;
    for (float[] row : KERNEL) {
      float sum = 0;
      for (float tap : row) {
        sum += Math.abs(tap);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
