// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.score;

/**
 * The sounds Vietnamese is spoken with, in all dialects together. The durations are those of an
 * announcer before the tone and the place in the phrase change them.
 *
 * <p>Source of the order of durations: onsets and codas of about 60 to 100 ms and rimes of 150 to
 * 250 ms in read speech; the values were then tuned by the distances of ADR 15.
 */
public enum Phone {
  /** Silence, and the closed throat before a vowel. */
  PAUSE(35),
  /** The vowel of ba. */
  A(175),
  /** The vowel of be. */
  E(165),
  /** The vowel of bê. */
  E_CLOSED(165),
  /** The vowel of bi. */
  I(155),
  /** The vowel of bo. */
  O(165),
  /** The vowel of bô. */
  O_CLOSED(165),
  /** The vowel of bơ, and shorter that of bân. */
  O_HORN(165),
  /** The vowel of bu. */
  U(155),
  /** The vowel of bư. */
  U_HORN(155),
  /** The end of bai. */
  END_I(85),
  /** The end of bao. */
  END_U(85),
  /** The rounding in qua. */
  W(50),
  /** The first sound of bà: drawn in, sounding from its closure on. */
  B(75),
  /** The first sound of cha. */
  CH(95),
  /** The first sound of đi: drawn in, sounding from its closure on. */
  DD(70),
  /** The first sound of gà. */
  G(65),
  /** The first sound of hà. */
  H(70),
  /** The first sound of cá: no breath. */
  K(75),
  /** The first sound of khô. */
  KH(95),
  /** The first sound of là. */
  L(65),
  /** m. */
  M(70),
  /** n. */
  N(65),
  /** ng. */
  NG(75),
  /** The first sound of nhà. */
  NH(75),
  /** The first sound of pin: no breath. */
  P(75),
  /** The first sound of phố. */
  F(95),
  /** The first sound of rồi, outside the North. */
  R(65),
  /** The first sound of xa; in the North of sa too. */
  S(105),
  /** The first sound of sa, outside the North. */
  SH(105),
  /** The first sound of ta: no breath. */
  T(75),
  /** The first sound of tha: with breath. */
  TH(110),
  /** The first sound of tra, outside the North. */
  TR(95),
  /** v. */
  V(70),
  /** The first sound of da, outside the North. */
  Y(65),
  /** The first sound of da, gia and ra in the North. */
  Z(80),
  /** The end of bắp: the lips close, nothing follows. */
  CLOSED_P(60),
  /** The end of bát. */
  CLOSED_T(60),
  /** The end of bác. */
  CLOSED_K(60);

  private final int millis;

  Phone(int millis) {
    this.millis = millis;
  }

  /** How long it lasts where nothing shortens or stretches it, milliseconds, over 0. */
  public int millis() {
    return millis;
  }
}
