// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.relp.Sample;
import com.sun.speech.freetts.util.WaveUtils;

/**
 * One recorded period: a predictor of the vocal tract and what excites it. Reads and writes the
 * numbers of FreeTTS: predictors as 16-bit steps of a range, excitation as µ-law. Immutable.
 */
final class Frame {
  private static final double STEPS = 65_535;
  private static final int ZERO_STEP = 32_768;
  private static final double SILENCE = 1e-3;
  private static final int ULAW_SHIFT = 128;

  private final double[] predictor;
  private final double[] excitation;

  Frame(double[] predictor, double[] excitation) {
    this.predictor = predictor.clone();
    this.excitation = excitation.clone();
  }

  /** As FreeTTS keeps it, with the ends of its range. */
  static Frame of(Sample sample, double lowest, double range) {
    short[] steps = sample.getFrameData();
    double[] predictor = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      predictor[i] = (steps[i] + ZERO_STEP) / STEPS * range + lowest;
    }
    byte[] coded = sample.getResidualData();
    double[] excitation = new double[coded.length];
    for (int i = 0; i < coded.length; i++) {
      // FreeTTS writes no excitation as 0, which its own table reads as the µ-law of zero.
      excitation[i] = coded[i] == 0 ? 0 : WaveUtils.ulawToShort((short) (coded[i] + ULAW_SHIFT));
    }
    return new Frame(predictor, excitation);
  }

  Sample sample(double lowest, double range) {
    short[] steps = new short[predictor.length];
    for (int i = 0; i < steps.length; i++) {
      long step = Math.round((predictor[i] - lowest) / range * STEPS) - ZERO_STEP;
      steps[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, step));
    }
    byte[] coded = new byte[excitation.length];
    for (int i = 0; i < coded.length; i++) {
      double value = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, excitation[i]));
      int ulaw = WaveUtils.shortToUlaw((short) Math.round(value)) & 0xff;
      coded[i] = (byte) (ulaw - ULAW_SHIFT);
    }
    return new Sample(steps, coded, coded.length); // without the length FreeTTS takes it as empty
  }

  double[] predictor() {
    return predictor.clone();
  }

  Frame louder(double factor) {
    double[] scaled = excitation.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new Frame(predictor, scaled);
  }

  /** The same excitation through another tract, as loud as before. */
  Frame through(double[] other) {
    return new Frame(other, excitation).louder(rms(predictor) / rms(other));
  }

  /** How loud it sounds, decibels over one step of 16 bits. */
  double level() {
    return 20 * Math.log10(rms(predictor));
  }

  /** The effective value of the second of two equal periods: the first fills the tract. */
  private double rms(double[] tract) {
    int period = excitation.length;
    double[] said = new double[2 * period];
    double energy = SILENCE;
    for (int n = 0; n < said.length; n++) {
      double value = excitation[n % period];
      for (int k = 0; k < tract.length && k < n; k++) {
        value += tract[k] * said[n - 1 - k];
      }
      said[n] = value;
      energy += n < period ? 0 : value * value;
    }
    return Math.sqrt(energy / period);
  }
}
