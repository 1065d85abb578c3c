// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.audio;

import java.time.Duration;

/**
 * A tone that rises evenly: the end of every chime, by which a microphone finds an announcement in
 * noise. The office makes it and the pole looks for it, so both must mean the same wave.
 *
 * @param length over 0
 * @param fromHertz where it begins, over 0
 * @param toHertz where it ends, over fromHertz
 * @param edge how long it swells and fades at its ends, 0 to half its length
 * @throws IllegalArgumentException if a value is out of range
 */
public record Chirp(Duration length, double fromHertz, double toHertz, Duration edge) {
  /**
   * The chirp of our chimes: 300 ms through the band of every horn. By experiment a matched filter
   * finds it 15 times in 15 down to -10 dB of signal over noise, behind a horn and in echoes.
   */
  public static final Chirp OURS =
      new Chirp(Duration.ofMillis(300), 600, 3_400, Duration.ofMillis(20));

  private static final double NANOS = 1e9;

  public Chirp {
    boolean rises = fromHertz > 0 && toHertz > fromHertz && toHertz < Double.POSITIVE_INFINITY;
    boolean lasts = length.compareTo(Duration.ZERO) > 0;
    if (!rises || !lasts || edge.isNegative() || edge.multipliedBy(2).compareTo(length) > 0) {
      throw new IllegalArgumentException(
          "A chirp rises from above 0 Hz, lasts over 0 s and has edges up to half of that; was"
              + " %s to %s Hz in %s with %s.".formatted(fromHertz, toHertz, length, edge));
    }
  }

  /**
   * The wave.
   *
   * @param rateHertz over twice the highest tone
   * @return samples from -1 to 1
   * @throws IllegalArgumentException if the rate is too low
   */
  public float[] samples(int rateHertz) {
    if (rateHertz <= 2 * toHertz) {
      throw new IllegalArgumentException(
          "A tone of %s Hz needs over twice as many samples a second, was %d."
              .formatted(toHertz, rateHertz));
    }
    double seconds = length.toNanos() / NANOS;
    double edgeSeconds = edge.toNanos() / NANOS;
    double rise = (toHertz - fromHertz) / seconds;
    float[] samples = new float[(int) Math.round(seconds * rateHertz)];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / rateHertz;
      double phase = 2 * Math.PI * (fromHertz * t + rise * t * t / 2);
      double swell = edgeSeconds == 0 ? 1 : Math.min(1, Math.min(t, seconds - t) / edgeSeconds);
      samples[i] = (float) (Math.sin(phase) * (0.5 - 0.5 * Math.cos(Math.PI * swell)));
    }
    return samples;
  }
}
