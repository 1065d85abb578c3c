// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import be.tarsos.dsp.resample.Resampler;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes of an engine's raw utterance what a horn can use: no silence at the ends, one sample rate,
 * nothing below the band of speech.
 *
 * <p>Usable on many threads at once.
 */
public final class Shaping {
  /** Below this a horn only moves its diaphragm and heats its coil. */
  private static final double LOW_CORNER_HERTZ = 180;

  /** The two sections of a fourth-order Butterworth filter. */
  private static final double[] BUTTERWORTH_Q = {0.541196100146197, 1.306562964876377};

  private static final double SILENCE_BELOW_PEAK = 0.003; // -50 dB: a soft "h" or "x" is above it
  private static final double KEPT_AT_ENDS_SECONDS = 0.012;

  private final int rateHertz;

  /**
   * By sample rate; the table of a resampler takes longer to compute than a sentence to resample.
   */
  private final Map<Integer, Resampler> prototypes = new ConcurrentHashMap<>();

  /**
   * To one sample rate.
   *
   * @param rateHertz of the result, {@value Pcm#MIN_RATE_HERTZ} to {@value Pcm#MAX_RATE_HERTZ}
   */
  public Shaping(int rateHertz) {
    this.rateHertz = rateHertz;
  }

  /** Trims, resamples and filters. */
  public Pcm shape(Pcm utterance) {
    return withoutRumble(resample(trim(utterance)));
  }

  /** Without the silence before the first and after the last sound; all silence leaves nothing. */
  Pcm trim(Pcm sound) {
    float[] samples = sound.raw();
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    float threshold = (float) (peak * SILENCE_BELOW_PEAK);
    int first = 0;
    while (first < samples.length && Math.abs(samples[first]) <= threshold) {
      first++;
    }
    int end = samples.length;
    while (end > first && Math.abs(samples[end - 1]) <= threshold) {
      end--;
    }
    int kept = first == end ? 0 : (int) (KEPT_AT_ENDS_SECONDS * sound.rateHertz());
    first = Math.max(0, first - kept);
    end = Math.min(samples.length, end + kept);
    return Pcm.wrap(Arrays.copyOfRange(samples, first, end), sound.rateHertz());
  }

  /** At our rate; the length is that of the original to half a sample. */
  Pcm resample(Pcm sound) {
    if (sound.rateHertz() == rateHertz || sound.length() == 0) {
      return Pcm.wrap(sound.raw(), rateHertz);
    }
    double factor = (double) rateHertz / sound.rateHertz();
    float[] out = new float[(int) Math.round(sound.length() * factor)];
    Resampler prototype =
        prototypes.computeIfAbsent(
            sound.rateHertz(), unused -> new Resampler(true, factor, factor));
    new Resampler(prototype)
        .process(factor, sound.raw(), 0, sound.length(), true, out, 0, out.length);
    return Pcm.wrap(out, rateHertz);
  }

  /** Falls by 24 dB per octave below 180 Hz; the top is what the sample rate leaves. */
  Pcm withoutRumble(Pcm sound) {
    float[] samples = sound.raw();
    for (double q : BUTTERWORTH_Q) {
      samples = Biquad.highPass(LOW_CORNER_HERTZ, q, rateHertz).filter(samples);
    }
    return Pcm.wrap(samples, rateHertz);
  }
}
