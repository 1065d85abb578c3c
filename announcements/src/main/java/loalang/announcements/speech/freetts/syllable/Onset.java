// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

/** The consonants a syllable can begin with, each as the spelling keeps them apart. */
public enum Onset {
  /** No letter: the vowel begins with a closed throat. */
  NONE,
  /** b, drawn inwards. */
  B,
  /** ch. */
  CH,
  /** d and gi. */
  D,
  /** đ, drawn inwards. */
  DD,
  /** g and gh. */
  G,
  /** h. */
  H,
  /** c, k and the q of qu; no breath follows. */
  K,
  /** kh, a rubbed k. */
  KH,
  /** l. */
  L,
  /** m. */
  M,
  /** n. */
  N,
  /** ng and ngh. */
  NG,
  /** nh. */
  NH,
  /** p, in borrowed words; no breath follows. */
  P,
  /** ph. */
  PH,
  /** r. */
  R,
  /** s. */
  S,
  /** t; no breath follows. */
  T,
  /** th: t and breath. */
  TH,
  /** tr. */
  TR,
  /** v. */
  V,
  /** x. */
  X
}
