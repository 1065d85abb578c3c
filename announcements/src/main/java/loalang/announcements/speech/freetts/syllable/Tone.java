// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

/** The six tones as they are written. */
public enum Tone {
  /** No mark: ma. */
  NGANG,
  /** Grave: mà. */
  HUYEN,
  /** Acute: má. */
  SAC,
  /** Hook: mả. */
  HOI,
  /** Tilde: mã. */
  NGA,
  /** Dot below: mạ. */
  NANG
}
