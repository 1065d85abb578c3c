// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.Optional;
import loalang.controller.keys.KeyStanding;
import loalang.protocol.Problem;

/**
 * How the keys stand.
 *
 * @param standing of the keys
 * @param speakers how many loudspeakers there are
 * @param denied why whoever looks may change nothing; empty if they may
 * @param problem why something was not done
 */
public record KeysPage(
    KeyStanding standing, int speakers, Optional<Problem> denied, Optional<Problem> problem) {
  /** How many loudspeakers obey the newest statement. */
  public long obeying() {
    return standing.adopted().values().stream()
        .filter(edition -> edition == standing.edition())
        .count();
  }

  /** True if one key takes the place of another. */
  public boolean isChanging() {
    return standing.next().isPresent() || standing.former().isPresent();
  }
}
