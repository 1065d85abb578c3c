// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import be.tarsos.dsp.resample.Resampler;

/**
 * Makes of an engine's raw utterance what a horn can use: no silence at the ends, one sample rate,
 * only the band of speech.
 *
 * @param rateHertz sample rate of the result, {@value Pcm#MIN_RATE_HERTZ} to {@value
 *     Pcm#MAX_RATE_HERTZ}
 */
public record Shaping(int rateHertz) {
  /** Below this a horn only moves its diaphragm and heats its coil. */
  private static final double LOW_CORNER_HERTZ = 180;

  /** Above this there is nothing but hiss: a horn ends near 6 kHz. */
  private static final double HIGH_CORNER_HERTZ = 7_200;

  /** The two sections of a fourth-order Butterworth filter. */
  private static final double[] BUTTERWORTH_Q = {0.541196100146197, 1.306562964876377};

  private static final double SILENCE_BELOW_PEAK = 0.003; // -50 dB: a soft "h" or "x" is above it
  private static final double KEPT_AT_ENDS_SECONDS = 0.012;

  /** Trims, resamples and filters. */
  public Pcm shape(Pcm utterance) {
    return speechBand(resample(trim(utterance)));
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
    return Pcm.wrap(java.util.Arrays.copyOfRange(samples, first, end), sound.rateHertz());
  }

  /** At our rate; the length is that of the original to half a sample. */
  Pcm resample(Pcm sound) {
    if (sound.rateHertz() == rateHertz || sound.length() == 0) {
      return Pcm.wrap(sound.raw(), rateHertz);
    }
    double factor = (double) rateHertz / sound.rateHertz();
    float[] out = new float[(int) Math.round(sound.length() * factor)];
    Resampler resampler = new Resampler(true, factor, factor);
    resampler.process(factor, sound.raw(), 0, sound.length(), true, out, 0, out.length);
    return Pcm.wrap(out, rateHertz);
  }

  /** Fourth-order high-pass and second-order low-pass. */
  Pcm speechBand(Pcm sound) {
    float[] samples = sound.raw();
    for (double q : BUTTERWORTH_Q) {
      samples = Biquad.highPass(LOW_CORNER_HERTZ, q, rateHertz).filter(samples);
    }
    if (HIGH_CORNER_HERTZ < 0.45 * rateHertz) {
      samples = Biquad.lowPass(HIGH_CORNER_HERTZ, Math.sqrt(0.5), rateHertz).filter(samples);
    }
    return Pcm.wrap(samples, rateHertz);
  }
}
