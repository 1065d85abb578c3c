// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/** The gated loudness meter of ITU-R BS.1770-4 for one channel at any sample rate. */
final class LoudnessMeter {
  private static final double BLOCK_SECONDS = 0.4;
  private static final int HOPS_PER_BLOCK = 4; // blocks overlap by 75 %
  private static final double ABSOLUTE_GATE_LUFS = -70;
  private static final double RELATIVE_GATE_LU = -10;
  private static final double OFFSET_LUFS = -0.691;

  private LoudnessMeter() {}

  static double integratedLufs(Pcm sound) {
    return integratedLufs(hopPowers(sound));
  }

  /**
   * Loudness of a whole from the powers of its tenths of a second, in order: the sum that lets a
   * long sound be measured piece by piece.
   */
  static double integratedLufs(double[] hops) {
    double[] blocks = blockPowers(hops);
    double absolute = power(ABSOLUTE_GATE_LUFS);
    double ungated = meanAbove(blocks, absolute);
    double relative = ungated * Math.pow(10, RELATIVE_GATE_LU / 10);
    return lufs(meanAbove(blocks, Math.max(absolute, relative)));
  }

  /**
   * Head and ear: a shelf of +4 dB above 1.7 kHz, then a high-pass at 38 Hz. The standard gives
   * coefficients for 48 kHz only; these are the analogue prototypes behind them, re-derived for the
   * rate at hand.
   */
  private static float[] kWeighted(Pcm sound) {
    return earHighPass(sound.rateHertz()).filter(headShelf(sound.rateHertz()).filter(sound.raw()));
  }

  private static Biquad headShelf(int rateHertz) {
    double k = Math.tan(Math.PI * 1681.974450955533 / rateHertz);
    double q = 0.7071752369554196;
    double high = Math.pow(10, 3.999843853973347 / 20);
    double band = Math.pow(high, 0.4996667741545416);
    double a0 = 1 + k / q + k * k;
    return new Biquad(
        (high + band * k / q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0);
  }

  private static Biquad earHighPass(int rateHertz) {
    double k = Math.tan(Math.PI * 38.13547087602444 / rateHertz);
    double q = 0.5003270373238773;
    double a0 = 1 + k / q + k * k;
    return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
  }

  /** Mean K-weighted power of each whole tenth of a second. */
  static double[] hopPowers(Pcm sound) {
    float[] weighted = kWeighted(sound);
    int hop = (int) Math.round(sound.rateHertz() * BLOCK_SECONDS / HOPS_PER_BLOCK);
    double[] hops = new double[weighted.length / hop];
    for (int h = 0; h < hops.length; h++) {
      double sum = 0;
      for (int i = h * hop; i < (h + 1) * hop; i++) {
        sum += (double) weighted[i] * weighted[i];
      }
      hops[h] = sum / hop;
    }
    return hops;
  }

  private static double[] blockPowers(double[] hops) {
    double[] blocks = new double[Math.max(0, hops.length - HOPS_PER_BLOCK + 1)];
    for (int b = 0; b < blocks.length; b++) {
      for (int h = 0; h < HOPS_PER_BLOCK; h++) {
        blocks[b] += hops[b + h] / HOPS_PER_BLOCK;
      }
    }
    return blocks;
  }

  private static double meanAbove(double[] blocks, double gate) {
    double sum = 0;
    int counted = 0;
    for (double block : blocks) {
      if (block > gate) {
        sum += block;
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  private static double lufs(double power) {
    return OFFSET_LUFS + 10 * Math.log10(power);
  }

  private static double power(double lufs) {
    return Math.pow(10, (lufs - OFFSET_LUFS) / 10);
  }
}
