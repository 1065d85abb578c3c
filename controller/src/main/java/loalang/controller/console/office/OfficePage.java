// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.time.Instant;
import java.util.Optional;
import loalang.controller.backup.LastCopy;
import loalang.controller.keys.KeyStanding;
import loalang.protocol.Problem;

/**
 * What can be looked after.
 *
 * @param accounts how many there are
 * @param keys how they stand
 * @param copy the newest; empty if there is none
 * @param broken how much keeps the office from its main job
 * @param now the present instant
 * @param denied what whoever looks may not open
 */
public record OfficePage(
    int accounts,
    KeyStanding keys,
    Optional<LastCopy> copy,
    int broken,
    Instant now,
    Denied denied) {

  /** True if something keeps the office from its main job. */
  public boolean isBroken() {
    return broken > 0;
  }

  /** True if another copy is due. */
  public boolean isCopyOld() {
    return copy.filter(made -> made.isOld(now)).isPresent();
  }

  /**
   * What somebody may not open, and why.
   *
   * @param accounts of others
   * @param audit log
   */
  public record Denied(Optional<Problem> accounts, Optional<Problem> audit) {}
}
