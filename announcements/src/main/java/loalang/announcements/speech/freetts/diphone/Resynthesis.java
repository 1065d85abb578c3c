// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.diphone;

import com.sun.speech.freetts.relp.LPCResult;
import com.sun.speech.freetts.util.WaveUtils;
import loalang.announcements.audio.Pcm;
import loalang.announcements.speech.freetts.score.Curve;

/**
 * Sends the joined excitation through the joined tracts. FreeTTS's own last step turns over at full
 * scale; here samples may pass it, and the score's loudness is applied before the tract, so that a
 * throat that closes lets the mouth ring out.
 */
final class Resynthesis {
  private static final double FULL_SCALE = 32_768;
  private static final double STEPS = 65_535;
  private static final int ZERO_STEP = 32_768;
  private static final int ULAW_SHIFT = 128;

  private Resynthesis() {}

  static Pcm sound(LPCResult joined, Curve gainDecibels) {
    byte[] excitation = joined.getResiduals();
    int[] sizes = joined.getResidualSizes();
    double[] said = new double[excitation.length];
    Curve.Reader gain = gainDecibels.reader();
    int sample = 0;
    for (int frame = 0; frame < joined.getNumberOfFrames(); frame++) {
      double[] tract = tract(joined, frame);
      for (int i = 0; i < sizes[frame]; i++, sample++) {
        double decibels = gain.at((double) sample / joined.getSampleRate());
        double value = pulse(excitation[sample]) * Math.pow(10, decibels / 20);
        said[sample] = value + predicted(said, sample, tract);
      }
    }
    float[] samples = new float[sample];
    for (int i = 0; i < sample; i++) {
      samples[i] = (float) (said[i] / FULL_SCALE);
    }
    return Pcm.of(samples, joined.getSampleRate());
  }

  private static double predicted(double[] said, int sample, double[] tract) {
    double sum = 0;
    for (int k = 0; k < tract.length && k < sample; k++) {
      sum += tract[k] * said[sample - 1 - k];
    }
    return sum;
  }

  private static double[] tract(LPCResult joined, int frame) {
    short[] steps = joined.getFrame(frame);
    double[] tract = new double[steps.length];
    for (int k = 0; k < tract.length; k++) {
      tract[k] = (steps[k] + ZERO_STEP) / STEPS * joined.getLPCRange() + joined.getLPCMin();
    }
    return tract;
  }

  private static double pulse(byte coded) {
    return coded == 0 ? 0 : WaveUtils.ulawToShort((short) (coded + ULAW_SHIFT));
  }
}
