// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.util.Arrays;

/**
 * A look-ahead limiter: turns down before a peak comes, so nothing clips and nothing clicks.
 *
 * <p>The gain at a sample is the mean, over a window around it, of the lowest gain that any sample
 * of the window needs. Every term of that mean is low enough for the sample itself, so the mean is
 * too, and no sample can pass the ceiling.
 *
 * @param ceilingDbtp -20 to 0; no sample of the result is higher, and no peak between samples by
 *     more than the gain's own movement makes (under 0.1 dB)
 */
record Limiter(double ceilingDbtp) {
  private static final double LOOK_AHEAD_SECONDS = 0.005;

  Limiter {
    if (!(ceilingDbtp >= -20 && ceilingDbtp <= 0)) {
      throw new IllegalArgumentException(
          "A ceiling is -20 to 0 dBTP, was %s.".formatted(ceilingDbtp));
    }
  }

  /**
   * The sound, amplified, with its peaks held down.
   *
   * @param envelope of the sound, from {@link TruePeak#envelope}
   * @param gainFactor multiplies every sample first; 0 or more
   */
  Pcm limit(Pcm sound, float[] envelope, double gainFactor) {
    float[] in = sound.raw();
    int reach = (int) Math.round(LOOK_AHEAD_SECONDS * sound.rateHertz());
    float[] lowest = lowestAround(neededGains(envelope, gainFactor), reach);
    float[] out = new float[in.length];
    double sum = 0;
    for (int i = -reach; i < reach; i++) {
      sum += at(lowest, i);
    }
    for (int i = 0; i < in.length; i++) {
      sum += at(lowest, i + reach);
      out[i] = (float) (in[i] * gainFactor * (sum / (2 * reach + 1)));
      sum -= at(lowest, i - reach);
    }
    return Pcm.wrap(out, sound.rateHertz());
  }

  private float[] neededGains(float[] envelope, double gainFactor) {
    double ceiling = Math.pow(10, ceilingDbtp / 20);
    float[] needed = new float[envelope.length];
    for (int i = 0; i < needed.length; i++) {
      double peak = envelope[i] * gainFactor;
      needed[i] = peak > ceiling ? (float) (ceiling / peak) : 1;
    }
    return needed;
  }

  /**
   * For each place the least value at most {@code reach} places away, in time that does not depend
   * on the reach (van Herk's two passes over blocks as long as the window).
   */
  static float[] lowestAround(float[] values, int reach) {
    int window = 2 * reach + 1;
    int padded = (values.length + 2 * reach + window) / window * window;
    float[] ahead = new float[padded];
    Arrays.fill(ahead, 1);
    System.arraycopy(values, 0, ahead, reach, values.length);
    float[] behind = ahead.clone();
    for (int i = 1; i < padded; i++) {
      if (i % window != 0) {
        ahead[i] = Math.min(ahead[i], ahead[i - 1]);
      }
    }
    for (int i = padded - 2; i >= 0; i--) {
      if ((i + 1) % window != 0) {
        behind[i] = Math.min(behind[i], behind[i + 1]);
      }
    }
    float[] lowest = new float[values.length];
    for (int i = 0; i < lowest.length; i++) {
      lowest[i] = Math.min(behind[i], ahead[i + window - 1]);
    }
    return lowest;
  }

  private static float at(float[] values, int i) {
    return values[Math.max(0, Math.min(values.length - 1, i))];
  }
}
