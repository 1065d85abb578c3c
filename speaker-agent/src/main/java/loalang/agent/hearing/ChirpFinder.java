// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import be.tarsos.dsp.util.fft.FFT;
import java.util.Arrays;
import java.util.Optional;
import loalang.protocol.audio.Chirp;

/**
 * A matched filter: correlates what it hears with the chirp, divided by how loud both are, so that
 * the answer does not depend on the microphone. By overlap-save in blocks of an FFT. Not
 * thread-safe.
 */
final class ChirpFinder {
  /**
   * From this likeness on it is the chirp. In ten minutes of noise with the rhythm of speech the
   * highest is half of it; the chirp at 10 dB below noise gives a quarter more.
   */
  static final double HEARD_FROM = 0.2;

  /** Beside the band of the chirp there is nothing to find but noise; its edge is this soft. */
  private static final double SOFT_HERTZ = 150;

  /** Below -80 dB of full scale there is nothing but the converter's own noise. */
  private static final double FAINTEST_MEAN_SQUARE = 1e-8;

  private final FFT fft;
  private final int length;
  private final float[] mask;
  private final float[] pattern;
  private final double patternNorm;
  private final float[] heard;
  private final float[] band;
  private final float[] product;
  private int filled;
  private long blockStart;
  private double best;
  private long bestAt;

  /**
   * A finder.
   *
   * @param rateHertz over twice the chirp's highest tone
   */
  ChirpFinder(int rateHertz) {
    float[] chirp = Chirp.OURS.samples(rateHertz);
    this.length = chirp.length;
    int size = Integer.highestOneBit(4 * length - 1);
    this.fft = new FFT(size);
    this.mask = mask(size, rateHertz);
    this.pattern = Arrays.copyOf(chirp, size);
    fft.forwardTransform(pattern);
    multiply(pattern, mask);
    float[] bandPattern = pattern.clone();
    fft.backwardsTransform(bandPattern);
    this.patternNorm = Math.sqrt(energy(bandPattern));
    this.heard = new float[size];
    this.band = new float[size];
    this.product = new float[size];
  }

  /**
   * Where the chirp was found best.
   *
   * @param correlation 0 to 1; 1 is the chirp and nothing else
   * @param sample of its beginning, from the first that was heard
   */
  record Found(double correlation, long sample) {}

  /** Hears the next samples. */
  void hear(float[] samples, int count) {
    for (int taken = 0; taken < count; ) {
      int some = Math.min(count - taken, heard.length - filled);
      System.arraycopy(samples, taken, heard, filled, some);
      filled += some;
      taken += some;
      if (filled == heard.length) {
        search();
        int kept = length - 1;
        System.arraycopy(heard, heard.length - kept, heard, 0, kept);
        blockStart += heard.length - kept;
        filled = kept;
      }
    }
  }

  /** The chirp, if it was heard up to now. */
  Optional<Found> found() {
    if (filled >= length) {
      Arrays.fill(heard, filled, heard.length, 0);
      search();
    }
    return best >= HEARD_FROM ? Optional.of(new Found(best, bestAt)) : Optional.empty();
  }

  /** The highest likeness so far. */
  double best() {
    return best;
  }

  private void search() {
    System.arraycopy(heard, 0, band, 0, heard.length);
    fft.forwardTransform(band);
    multiply(band, mask);
    correlate();
    fft.backwardsTransform(band);
    fft.backwardsTransform(product);
    double energy = 0;
    for (int i = 0; i < length - 1; i++) {
      energy += square(band[i]);
    }
    double faintest = length * FAINTEST_MEAN_SQUARE;
    for (int at = 0; at + length <= filled; at++) {
      energy += square(band[at + length - 1]);
      double likeness = Math.abs(product[at]) / (patternNorm * Math.sqrt(Math.max(energy, 1e-12)));
      if (energy > faintest && likeness > best) {
        best = Math.min(1, likeness);
        bestAt = blockStart + at;
      }
      energy -= square(band[at]);
    }
  }

  /** The spectrum of the product: what was heard times the conjugate of the pattern. */
  private void correlate() {
    product[0] = band[0] * pattern[0];
    product[1] = band[1] * pattern[1];
    for (int i = 2; i < band.length; i += 2) {
      product[i] = band[i] * pattern[i] + band[i + 1] * pattern[i + 1];
      product[i + 1] = band[i + 1] * pattern[i] - band[i] * pattern[i + 1];
    }
  }

  /** One weight for each number of a spectrum, in the order of the FFT: real and imaginary. */
  private static float[] mask(int size, int rateHertz) {
    float[] mask = new float[size];
    for (int i = 2; i < size; i += 2) {
      double hertz = i / 2.0 * rateHertz / size;
      double inside = Math.min(hertz - Chirp.OURS.fromHertz(), Chirp.OURS.toHertz() - hertz);
      double share = Math.max(0, Math.min(1, 1 + inside / SOFT_HERTZ));
      mask[i] = (float) (0.5 - 0.5 * Math.cos(Math.PI * share));
      mask[i + 1] = mask[i];
    }
    return mask;
  }

  private static void multiply(float[] spectrum, float[] weights) {
    for (int i = 0; i < spectrum.length; i++) {
      spectrum[i] *= weights[i];
    }
  }

  private static double energy(float[] samples) {
    double energy = 0;
    for (float sample : samples) {
      energy += square(sample);
    }
    return energy;
  }

  private static double square(float sample) {
    return (double) sample * sample;
  }
}
