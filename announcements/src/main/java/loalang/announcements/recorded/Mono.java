// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.recorded;

import loalang.announcements.audio.Pcm;

/**
 * Gathers samples of several channels as their mean. A rate of twice what is used or more is
 * divided at once, so that half an hour of any file fits into a small office's memory. Confined to
 * one thread.
 */
final class Mono {
  private static final int MAX_CHANNELS = 8;

  private final int channels;
  private final long mostSamples;
  private final Divider divider;
  private long count;
  private double sum;
  private int summed;

  Mono(int rateHertz, int channels) {
    if (rateHertz < Pcm.MIN_RATE_HERTZ || rateHertz > Pcm.MAX_RATE_HERTZ) {
      throw new IllegalArgumentException("its sample rate is %d Hz".formatted(rateHertz));
    }
    if (channels < 1 || channels > MAX_CHANNELS) {
      throw new IllegalArgumentException("it has %d channels".formatted(channels));
    }
    this.channels = channels;
    this.mostSamples = RecordedVoice.LONGEST.toSeconds() * rateHertz;
    this.divider = new Divider(rateHertz);
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
      divider.add((float) (sum / channels));
      count++;
      sum = 0;
      summed = 0;
    }
  }

  /** How many samples of each channel there were. */
  long count() {
    return count;
  }

  Pcm sound() {
    return divider.sound();
  }
}
