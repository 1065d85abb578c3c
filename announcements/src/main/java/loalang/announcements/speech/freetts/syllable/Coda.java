// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

/** What a syllable can end with. */
public enum Coda {
  /** The vowel itself. */
  NONE,
  /** The half-vowel of ai, ay, ui. */
  I,
  /** The half-vowel of ao, au, iu. */
  U,
  /** m. */
  M,
  /** n. */
  N,
  /** ng. */
  NG,
  /** nh. */
  NH,
  /** p, closed and not released. */
  P,
  /** t, closed and not released. */
  T,
  /** c, closed and not released. */
  C,
  /** ch, closed and not released. */
  CH;

  /** True for p, t, c and ch: the voice stops before the sound does. */
  public boolean stops() {
    return this == P || this == T || this == C || this == CH;
  }
}
