// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.release;

/** A rule that two people together may set aside for one airing. */
public enum Hold {
  /** It would sound in quiet hours. */
  QUIET_HOURS,
  /** It falls into a do-not-play window: mourning, an exam, a funeral. */
  DO_NOT_PLAY,
  /** Its session would be longer than it may be. */
  SESSION_LENGTH,
  /** There would be more sessions that day than there may be. */
  SESSIONS_A_DAY,
  /** There would be more minutes of sound that day than there may be. */
  MINUTES_A_DAY
}
