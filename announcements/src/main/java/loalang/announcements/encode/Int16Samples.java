// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.encode;

import java.util.Arrays;
import loalang.announcements.audio.Pcm;

/** Gathers 16-bit samples. Confined to one thread. */
final class Int16Samples {
  private static final float FULL_SCALE = 32_768f;

  private final int rateHertz;
  private float[] samples;
  private int count;

  Int16Samples(int rateHertz) {
    this.rateHertz = rateHertz;
    this.samples = new float[rateHertz];
  }

  void add(short[] more, int howMany) {
    if (count + howMany > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(count + howMany, samples.length * 2));
    }
    for (int i = 0; i < howMany; i++) {
      samples[count + i] = more[i] / FULL_SCALE;
    }
    count += howMany;
  }

  int count() {
    return count;
  }

  Pcm sound() {
    return Pcm.of(count == samples.length ? samples : Arrays.copyOf(samples, count), rateHertz);
  }
}
