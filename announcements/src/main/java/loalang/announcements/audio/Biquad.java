// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/**
 * A second-order filter section, in double precision: a 38 Hz corner at 48 kHz drowns in the
 * rounding of floats. Coefficients after R. Bristow-Johnson's Audio EQ Cookbook.
 *
 * @param b0 feed-forward, now; all coefficients divided by a0
 * @param b1 feed-forward, one sample ago
 * @param b2 feed-forward, two samples ago
 * @param a1 feedback, one sample ago
 * @param a2 feedback, two samples ago
 */
record Biquad(double b0, double b1, double b2, double a1, double a2) {

  /** Falls by 12 dB per octave below the corner. */
  static Biquad highPass(double cornerHertz, double q, int rateHertz) {
    double w = 2 * Math.PI * cornerHertz / rateHertz;
    double alpha = Math.sin(w) / (2 * q);
    double cos = Math.cos(w);
    double a0 = 1 + alpha;
    return new Biquad(
        (1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0);
  }

  /** Falls by 12 dB per octave above the corner. */
  static Biquad lowPass(double cornerHertz, double q, int rateHertz) {
    double w = 2 * Math.PI * cornerHertz / rateHertz;
    double alpha = Math.sin(w) / (2 * q);
    double cos = Math.cos(w);
    double a0 = 1 + alpha;
    return new Biquad(
        (1 - cos) / 2 / a0, (1 - cos) / a0, (1 - cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0);
  }

  /** The same sound filtered, starting from silence. */
  float[] filter(float[] in) {
    float[] out = new float[in.length];
    double s1 = 0;
    double s2 = 0;
    for (int i = 0; i < in.length; i++) {
      double x = in[i];
      double y = b0 * x + s1; // transposed direct form II: the best rounding of the four forms
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      out[i] = (float) y;
    }
    return out;
  }
}
