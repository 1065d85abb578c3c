// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

/** The vowels a syllable can turn on: eleven single ones and three that glide. */
public enum Nucleus {
  /** a, long and open. */
  A,
  /** ă, a short a. */
  A_SHORT,
  /** â, a short ơ. */
  O_HORN_SHORT,
  /** e. */
  E,
  /** ê. */
  E_CLOSED,
  /** i and y. */
  I,
  /** o. */
  O,
  /** ô. */
  O_CLOSED,
  /** ơ. */
  O_HORN,
  /** u. */
  U,
  /** ư. */
  U_HORN,
  /** ia, iê, ya, yê. */
  I_GLIDING,
  /** ua, uô. */
  U_GLIDING,
  /** ưa, ươ. */
  U_HORN_GLIDING
}
