// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

import java.util.Random;

/** Sounds for the tests of this room. */
final class Sounds {
  private Sounds() {}

  static Pcm sine(double hertz, double level, double seconds, int rateHertz) {
    float[] samples = new float[(int) Math.round(seconds * rateHertz)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (level * Math.sin(2 * Math.PI * hertz * i / rateHertz));
    }
    return Pcm.of(samples, rateHertz);
  }

  /** Noise in bursts, with peaks far above its mean: the shape of speech. */
  static Pcm bursts(long seed, int length, int rateHertz) {
    Random random = new Random(seed);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      double swell = Math.pow(Math.abs(Math.sin(9.0 * i / rateHertz)), 3);
      double spike = random.nextInt(400) == 0 ? 6 : 1;
      samples[i] = (float) (random.nextGaussian() * 0.03 * swell * spike);
    }
    return Pcm.of(samples, rateHertz);
  }

  /** Level of one frequency, dB, where a full-scale sine is 0 (Goertzel's sum). */
  static double levelDb(Pcm sound, double hertz) {
    double re = 0;
    double im = 0;
    float[] samples = sound.samples();
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * hertz * i / sound.rateHertz();
      re += samples[i] * Math.cos(phase);
      im += samples[i] * Math.sin(phase);
    }
    return 20 * Math.log10(2 * Math.hypot(re, im) / samples.length);
  }

  static Pcm after(Pcm first, Pcm second) {
    return new Tape(first.rateHertz()).add(first).add(second).whole();
  }
}
