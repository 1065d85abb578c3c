// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

/**
 * One syllable by its parts.
 *
 * @param onset its first consonant
 * @param rime glide, nucleus and coda
 * @param tone as written
 */
public record Syllable(Onset onset, Rime rime, Tone tone) {

  /**
   * What follows the first consonant.
   *
   * @param glided whether the lips round before the nucleus: oa, uy, qu
   * @param nucleus the vowel
   * @param coda the end
   */
  public record Rime(boolean glided, Nucleus nucleus, Coda coda) {}
}
