// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Reads one class of written form. Looks at a bounded number of tokens, so reading is linear. */
interface Room {

  /**
   * Reads the form that starts here, if it is this room's.
   *
   * @return how many tokens it has read; 0 if the form is not of this room, and then nothing was
   *     said
   */
  int read(Line line, int at, Speech speech);
}
