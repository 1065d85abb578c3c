// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

/** Whether a voice of the catalogue can speak today, and if not, why. */
public enum Standing {
  /** It can be chosen. */
  READY,
  /** The catalogue says {@code enabled: false}. */
  SWITCHED_OFF,
  /** Its vendor wants a key, and there is none. */
  NO_KEY,
  /** Its model, or the engine for it, is not on this machine. */
  NOT_INSTALLED
}
