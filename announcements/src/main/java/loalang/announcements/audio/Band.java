// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/**
 * The frequencies a loudspeaker is given: 24 dB per octave below the low corner, 12 above the high
 * one, both Butterworth (3 dB down at the corner).
 *
 * @param lowHertz 20 to 1,000: below, a horn only moves its diaphragm and heats its coil
 * @param highHertz 2,000 to 96,000; at or above half the sample rate it changes nothing
 * @throws IllegalArgumentException if a value is out of range or not a number
 */
public record Band(double lowHertz, double highHertz) {
  /** What a horn sounds. */
  public static final Band HORN = new Band(180, 6_500);

  /** What a box or column loudspeaker sounds: fuller below, nothing taken away above. */
  public static final Band BOX = new Band(80, 8_000);

  private static final double[] FOURTH_ORDER_Q = {0.541196100146197, 1.306562964876377};
  private static final double SECOND_ORDER_Q = Math.sqrt(0.5);

  /** Nearer to half the sample rate the bilinear transform has no room for a slope. */
  private static final double HIGHEST_OF_RATE = 0.45;

  public Band {
    if (!(lowHertz >= 20 && lowHertz <= 1_000)) {
      throw new IllegalArgumentException("A low corner is 20 to 1000 Hz, was " + lowHertz + ".");
    }
    if (!(highHertz >= 2_000 && highHertz <= 96_000)) {
      throw new IllegalArgumentException(
          "A high corner is 2000 to 96000 Hz, was " + highHertz + ".");
    }
  }

  /** The sound within the band. */
  public Pcm filter(Pcm sound) {
    float[] samples = sound.raw();
    for (double q : FOURTH_ORDER_Q) {
      samples = Biquad.highPass(lowHertz, q, sound.rateHertz()).filter(samples);
    }
    if (highHertz < HIGHEST_OF_RATE * sound.rateHertz()) {
      samples = Biquad.lowPass(highHertz, SECOND_ORDER_Q, sound.rateHertz()).filter(samples);
    }
    return Pcm.wrap(samples, sound.rateHertz());
  }
}
