// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import java.util.Arrays;
import loalang.announcements.audio.Pcm;

/** Gathers samples of several channels as their mean. Confined to one thread. */
final class Mono {
  private static final int MAX_CHANNELS = 8;

  private final int rateHertz;
  private final int channels;
  private final long mostSamples;
  private float[] samples;
  private int count;
  private double sum;
  private int summed;

  Mono(int rateHertz, int channels) {
    if (rateHertz < Pcm.MIN_RATE_HERTZ || rateHertz > Pcm.MAX_RATE_HERTZ) {
      throw new IllegalArgumentException("its sample rate is %d Hz".formatted(rateHertz));
    }
    if (channels < 1 || channels > MAX_CHANNELS) {
      throw new IllegalArgumentException("it has %d channels".formatted(channels));
    }
    this.rateHertz = rateHertz;
    this.channels = channels;
    this.mostSamples = RecordedVoice.LONGEST.toSeconds() * rateHertz;
    this.samples = new float[rateHertz];
  }

  /** The next sample of the next channel. */
  void add(float sample) {
    if (!Float.isFinite(sample)) {
      throw new IllegalArgumentException("sample %d is not a number".formatted(count));
    }
    sum += sample;
    summed++;
    if (summed == channels) {
      if (count == mostSamples) {
        throw new TooMuchSoundException();
      }
      if (count == samples.length) {
        samples = Arrays.copyOf(samples, (int) Math.min(mostSamples, count * 2L));
      }
      samples[count] = (float) (sum / channels);
      count++;
      sum = 0;
      summed = 0;
    }
  }

  Pcm sound() {
    return Pcm.of(Arrays.copyOf(samples, count), rateHertz);
  }
}
