// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import loalang.protocol.report.Report;

/** How loud: mean squares of samples from -1 to 1, and decibels of full scale. */
final class Level {
  private double sum;
  private long count;

  /** Adds a mean square of one block; all blocks are of the same length. */
  void add(double meanSquare) {
    sum += meanSquare;
    count++;
  }

  boolean isKnown() {
    return count > 0;
  }

  /** The mean of all that was added, in whole decibels of full scale; call only if known. */
  int wholeDbfs() {
    return (int) Math.round(dbfs(sum / count));
  }

  static double meanSquare(float[] block) {
    double sum = 0;
    for (float sample : block) {
      sum += (double) sample * sample;
    }
    return sum / block.length;
  }

  /** {@value Report.Heard#SILENCE_DBFS} to 0. */
  static double dbfs(double meanSquare) {
    double decibels = meanSquare > 0 ? 10 * Math.log10(meanSquare) : Report.Heard.SILENCE_DBFS;
    return Math.max(Report.Heard.SILENCE_DBFS, Math.min(0, decibels));
  }
}
