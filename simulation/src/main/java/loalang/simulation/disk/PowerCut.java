// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.disk;

/**
 * The power went away in the middle of a write. An error and no exception, because no catch of the
 * program on the pole may survive it.
 */
public final class PowerCut extends Error {
  /** A cut; it has no stack trace, because thousands happen. */
  public PowerCut() {
    super("the power was cut", null, false, false);
  }
}
