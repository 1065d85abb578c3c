// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import be.tarsos.dsp.resample.Resampler;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes of an engine's raw utterance what a horn can use: no silence at the ends, one sample rate,
 * one band, one tempo.
 *
 * <p>Usable on many threads at once.
 */
public final class Shaping {
  private static final double SILENCE_BELOW_PEAK = 0.003; // -50 dB: a soft "h" or "x" is above it
  private static final double KEPT_AT_ENDS_SECONDS = 0.012;

  private final int rateHertz;
  private final Band band;
  private final Tempo tempo;

  /**
   * By sample rate; the table of a resampler takes longer to compute than a sentence to resample.
   */
  private final Map<Integer, Resampler> prototypes = new ConcurrentHashMap<>();

  /** To one sample rate, for a horn, at the voice's own tempo. */
  public Shaping(int rateHertz) {
    this(rateHertz, Band.HORN, Tempo.ORDINARY);
  }

  /**
   * To one sample rate, band and tempo.
   *
   * @param rateHertz of the result, {@value Pcm#MIN_RATE_HERTZ} to {@value Pcm#MAX_RATE_HERTZ}
   */
  public Shaping(int rateHertz, Band band, Tempo tempo) {
    this.rateHertz = rateHertz;
    this.band = band;
    this.tempo = tempo;
  }

  /** Trims, resamples, filters, and sets the tempo. */
  public Pcm shape(Pcm utterance) {
    return tempo.apply(band.filter(resample(trim(utterance))));
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
}
