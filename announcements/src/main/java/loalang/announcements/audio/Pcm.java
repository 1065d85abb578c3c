// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.time.Duration;

/**
 * One channel of sound: samples at a fixed rate, full scale -1 to 1. Immutable; usable on any
 * thread. Samples beyond full scale are allowed until the limiter has run.
 */
public final class Pcm {
  /** The lowest sample rate taken. */
  public static final int MIN_RATE_HERTZ = 8_000;

  /** The highest sample rate taken. */
  public static final int MAX_RATE_HERTZ = 192_000;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final float INT16_FULL_SCALE = 32_768f;

  private final float[] samples;
  private final int rateHertz;

  private Pcm(float[] samples, int rateHertz) {
    if (rateHertz < MIN_RATE_HERTZ || rateHertz > MAX_RATE_HERTZ) {
      throw new IllegalArgumentException(
          "A sample rate is %d to %d Hz, was %d."
              .formatted(MIN_RATE_HERTZ, MAX_RATE_HERTZ, rateHertz));
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException(
            "Every sample is a finite number; sample %d was %s.".formatted(i, samples[i]));
      }
    }
    this.samples = samples;
    this.rateHertz = rateHertz;
  }

  /**
   * Sound of these samples.
   *
   * @param samples full scale -1 to 1; copied
   * @param rateHertz {@value #MIN_RATE_HERTZ} to {@value #MAX_RATE_HERTZ}
   * @throws IllegalArgumentException if the rate is out of range or a sample is not finite
   */
  public static Pcm of(float[] samples, int rateHertz) {
    return new Pcm(samples.clone(), rateHertz);
  }

  /**
   * Sound of 16-bit samples, least significant byte first.
   *
   * @param bytes two for each sample; an odd byte at the end is dropped
   * @param rateHertz {@value #MIN_RATE_HERTZ} to {@value #MAX_RATE_HERTZ}
   * @throws IllegalArgumentException if the rate is out of range
   */
  public static Pcm ofInt16LittleEndian(byte[] bytes, int rateHertz) {
    float[] samples = new float[bytes.length / 2];
    for (int i = 0; i < samples.length; i++) {
      int value = (bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8);
      samples[i] = value / INT16_FULL_SCALE;
    }
    return new Pcm(samples, rateHertz);
  }

  /** Silence. */
  public static Pcm silence(Duration length, int rateHertz) {
    return new Pcm(new float[samplesIn(length, rateHertz)], rateHertz);
  }

  /** For this room only: the array is not copied, so nobody may keep it. */
  static Pcm wrap(float[] samples, int rateHertz) {
    return new Pcm(samples, rateHertz);
  }

  /** For this room only: the samples themselves, not to be changed. */
  float[] raw() {
    return samples;
  }

  static int samplesIn(Duration length, int rateHertz) {
    return Math.toIntExact(Math.round(length.toNanos() * (double) rateHertz / NANOS_PER_SECOND));
  }

  /** The samples; a fresh copy. */
  public float[] samples() {
    return samples.clone();
  }

  /**
   * Copies a stretch as 16-bit numbers, clipped at full scale; what lies outside is silence.
   *
   * @param from first sample, may be below 0
   * @param into filled whole
   */
  public void copyInt16(int from, short[] into) {
    for (int i = 0; i < into.length; i++) {
      int at = from + i;
      float sample = at >= 0 && at < samples.length ? samples[at] : 0;
      int value = Math.round(sample * INT16_FULL_SCALE);
      into[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
  }

  /**
   * A stretch of this sound; what lies outside it is silence.
   *
   * @param from first sample, may be below 0
   * @param length how many, 0 or more
   */
  public Pcm stretch(int from, int length) {
    float[] part = new float[length];
    int first = Math.max(0, from);
    int end = Math.min(samples.length, from + length);
    if (end > first) {
      System.arraycopy(samples, first, part, first - from, end - first);
    }
    return wrap(part, rateHertz);
  }

  /** The same sound, each sample multiplied by {@code factor}. */
  public Pcm amplified(double factor) {
    float[] louder = new float[samples.length];
    for (int i = 0; i < louder.length; i++) {
      louder[i] = (float) (samples[i] * factor);
    }
    return wrap(louder, rateHertz);
  }

  /** How many samples there are. */
  public int length() {
    return samples.length;
  }

  /** Samples a second. */
  public int rateHertz() {
    return rateHertz;
  }

  /** How long it sounds, to the nanosecond. */
  public Duration duration() {
    return Duration.ofNanos(Math.round(samples.length * NANOS_PER_SECOND / rateHertz));
  }

  /** Root mean square of all samples, dBFS where a full-scale square wave is 0; -∞ for silence. */
  public double rmsDbfs() {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return samples.length == 0 ? Double.NEGATIVE_INFINITY : 10 * Math.log10(sum / samples.length);
  }

  @Override
  public String toString() {
    return "Pcm[%d samples at %d Hz]".formatted(samples.length, rateHertz);
  }
}
