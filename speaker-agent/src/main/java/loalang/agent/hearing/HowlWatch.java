// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import be.tarsos.dsp.util.fft.FFT;

/**
 * Howling: one narrow tone that grows over several blocks, outweighs everything else and stays. A
 * bell begins loud and fades; a test tone is there at once; speech moves. Not thread-safe.
 */
final class HowlWatch {
  /** What one tone must have of all power to be the only thing that sounds. */
  private static final double NARROW_SHARE = 0.7;

  private static final int REACH_BINS = 2;
  private static final double LOWEST_HERTZ = 100;
  private static final double FAINTEST_DBFS = -60;
  private static final double GROWTH_DB = 6;
  private static final double STEADY_DB = 3;
  private static final double AT_TOP_DB = 1;
  private static final int GROWS_FOR_BLOCKS = 2;
  private static final int STAYS_FOR_BLOCKS = 24; // 1.5 s

  private final FFT fft;
  private final int lowestBin;
  private final float[] window;
  private final float[] spectrum;
  private int bin;
  private int blocks;
  private int topAfter;
  private double firstDbfs;
  private double topDbfs;
  private boolean howled;

  /**
   * A watch.
   *
   * @param blockSize samples in each block, a power of two
   */
  HowlWatch(int rateHertz, int blockSize) {
    this.fft = new FFT(blockSize);
    this.lowestBin = (int) Math.ceil(LOWEST_HERTZ * blockSize / rateHertz);
    this.spectrum = new float[blockSize];
    this.window = new float[blockSize];
    for (int i = 0; i < blockSize; i++) {
      window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / blockSize));
    }
  }

  boolean howled() {
    return howled;
  }

  /** Hears one block. */
  void hear(float[] block) {
    for (int i = 0; i < block.length; i++) {
      spectrum[i] = block[i] * window[i];
    }
    fft.forwardTransform(spectrum);
    int peak = peak();
    double share = around(peak) / Math.max(all(), Double.MIN_NORMAL);
    double dbfs = Level.dbfs(Level.meanSquare(block));
    if (share < NARROW_SHARE || dbfs < FAINTEST_DBFS) {
      blocks = 0;
    } else if (blocks == 0 || Math.abs(peak - bin) > 1 || dbfs < topDbfs - STEADY_DB) {
      begin(peak, dbfs);
    } else {
      goesOn(dbfs);
    }
  }

  private void begin(int peak, double dbfs) {
    bin = peak;
    blocks = 1;
    topAfter = 0;
    firstDbfs = dbfs;
    topDbfs = dbfs;
  }

  private void goesOn(double dbfs) {
    if (dbfs > topDbfs + AT_TOP_DB) {
      topAfter = blocks;
      topDbfs = dbfs;
    }
    blocks++;
    howled |=
        blocks >= STAYS_FOR_BLOCKS
            && topAfter >= GROWS_FOR_BLOCKS
            && topDbfs - firstDbfs >= GROWTH_DB;
  }

  private int peak() {
    int peak = lowestBin;
    for (int one = lowestBin; one < spectrum.length / 2; one++) {
      if (power(one) > power(peak)) {
        peak = one;
      }
    }
    return peak;
  }

  private double around(int middle) {
    double sum = 0;
    int until = Math.min(spectrum.length / 2 - 1, middle + REACH_BINS);
    for (int one = Math.max(lowestBin, middle - REACH_BINS); one <= until; one++) {
      sum += power(one);
    }
    return sum;
  }

  private double all() {
    double sum = 0;
    for (int one = lowestBin; one < spectrum.length / 2; one++) {
      sum += power(one);
    }
    return sum;
  }

  private double power(int one) {
    double real = spectrum[2 * one];
    double imaginary = spectrum[2 * one + 1];
    return real * real + imaginary * imaginary;
  }
}
