// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.audio;

/**
 * How loud a sound is (ITU-R BS.1770-4).
 *
 * @param integratedLufs gated loudness of the whole, LUFS; -∞ if nothing is above the gate
 * @param truePeakDbtp highest peak, those between samples too, dBTP; -∞ for silence
 */
public record Loudness(double integratedLufs, double truePeakDbtp) {

  /** Measures a sound. */
  public static Loudness of(Pcm sound) {
    return new Loudness(LoudnessMeter.integratedLufs(sound), TruePeak.dbtp(sound));
  }
}
