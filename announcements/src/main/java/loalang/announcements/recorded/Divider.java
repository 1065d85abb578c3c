// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import loalang.announcements.audio.Pcm;
import loalang.announcements.audio.Tape;

/**
 * Takes every second, third … sample behind a low-pass filter (a sinc under a Blackman window), so
 * that what is kept runs at 16 kHz or a little more. A horn ends below 7 kHz. Confined to one
 * thread.
 */
final class Divider {
  private static final int LEAST_HERTZ = 16_000;
  private static final int LOBES = 24;

  private final int by;
  private final int rateHertz;
  private final float[] taps;
  private final float[] ring;
  private final Tape tape;
  private float[] block;
  private int filled;
  private long taken;

  Divider(int rateHertz) {
    this.by = divisor(rateHertz);
    this.rateHertz = rateHertz / by;
    this.taps = lowPass(by);
    this.ring = new float[taps.length];
    this.tape = new Tape(this.rateHertz);
    this.block = new float[this.rateHertz];
  }

  void add(float sample) {
    ring[(int) (taken % ring.length)] = sample;
    long late = taken - taps.length / 2; // the filter's own delay is left out
    taken++;
    if (late >= 0 && late % by == 0) {
      keep(filtered());
    }
  }

  /** All of it; nothing may be added afterwards. */
  Pcm sound() {
    long wanted = (taken + by - 1) / by;
    while (length() < wanted) {
      add(0); // brings out what is still in the filter
    }
    flush();
    return tape.whole();
  }

  private long length() {
    long late = taken - taps.length / 2 - 1;
    return late < 0 ? 0 : late / by + 1;
  }

  private float filtered() {
    double sum = 0;
    int at = (int) (taken % ring.length);
    for (float tap : taps) {
      sum += tap * ring[at];
      at = at + 1 == ring.length ? 0 : at + 1;
    }
    return (float) sum;
  }

  private void keep(float sample) {
    if (filled == block.length) {
      flush();
    }
    block[filled] = sample;
    filled++;
  }

  private void flush() {
    if (filled > 0) {
      tape.add(Pcm.of(block, rateHertz).stretch(0, filled));
      filled = 0;
    }
  }

  private static int divisor(int rateHertz) {
    int by = Math.max(1, rateHertz / LEAST_HERTZ);
    while (rateHertz % by != 0) {
      by--;
    }
    return by;
  }

  /** Odd in number and one in sum; of one tap if nothing is divided. */
  private static float[] lowPass(int by) {
    if (by == 1) {
      return new float[] {1};
    }
    int half = LOBES * by;
    double[] exact = new double[2 * half + 1];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double x = (i - half) / (double) by;
      double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      double turn = 2 * Math.PI * i / (exact.length - 1);
      exact[i] = sinc * (0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn));
      sum += exact[i];
    }
    float[] taps = new float[exact.length];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = (float) (exact[i] / sum);
    }
    return taps;
  }
}
