// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

/** One life of a pole: from the power coming to the power going, or the process ending. */
interface Life {
  boolean isAlive();

  /** Something of this life happens, unless it is over; the power may go in the middle of it. */
  void live(Runnable event);

  /** The program broke a rule of its own. */
  void bug(RuntimeException bug);
}
