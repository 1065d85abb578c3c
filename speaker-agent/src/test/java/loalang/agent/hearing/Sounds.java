// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.hearing;

import java.util.Random;
import loalang.protocol.audio.Chirp;

/** Synthetic sounds of a village, each from its own seed. */
public final class Sounds {
  private Sounds() {}

  /** Rain: every frequency alike. */
  static float[] noise(long seed, int samples, double rms) {
    Random random = new Random(seed);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) (rms * random.nextGaussian());
    }
    return noise;
  }

  /** A crowd: a gliding voice with harmonics, breath, syllables and pauses. */
  static float[] babble(long seed, int samples, int rateHertz) {
    Random random = new Random(seed);
    float[] babble = new float[samples];
    double phase = 0;
    double pitch = 150;
    double towards = 150;
    double strength = 0;
    int syllable = rateHertz / 5;
    for (int i = 0; i < samples; i++) {
      if (i % syllable == 0) {
        towards = 90 + 250 * random.nextDouble();
        strength = random.nextInt(5) == 0 ? 0 : 0.3 + 0.7 * random.nextDouble();
      }
      pitch += (towards - pitch) * 8 / rateHertz;
      phase += 2 * Math.PI * pitch / rateHertz;
      double swell = Math.sin(Math.PI * (i % syllable) / syllable);
      double value = 0.2 * (random.nextFloat() - 0.5);
      double twice = 2 * Math.cos(phase);
      double before = 0;
      double one = Math.sin(phase);
      for (int harmonic = 1; harmonic <= 12; harmonic++) { // sin((n+1)x) without a sine
        value += one / harmonic;
        double next = twice * one - before;
        before = one;
        one = next;
      }
      babble[i] = (float) (0.1 * strength * swell * value);
    }
    return babble;
  }

  /** The chirp alone, so strong. */
  static float[] chirp(int rateHertz, double peak) {
    float[] chirp = Chirp.OURS.samples(rateHertz);
    for (int i = 0; i < chirp.length; i++) {
      chirp[i] *= (float) peak;
    }
    return chirp;
  }

  /** A tone whose level grows by so many decibels a second up to a ceiling. */
  static float[] tone(double hertz, int rateHertz, int samples, double growthDb) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      double dbfs = Math.min(-6, growthDb == 0 ? -6 : -40 + growthDb * i / rateHertz);
      tone[i] = (float) (Math.pow(10, dbfs / 20) * Math.sin(2 * Math.PI * hertz * i / rateHertz));
    }
    return tone;
  }

  /** Adds a sound to another from a sample on. */
  static void mix(float[] into, float[] sound, int at, double factor) {
    for (int i = 0; i < sound.length && at + i < into.length; i++) {
      into[at + i] += (float) (factor * sound[i]);
    }
  }

  static double rms(float[] sound) {
    return Math.sqrt(Level.meanSquare(sound));
  }
}
