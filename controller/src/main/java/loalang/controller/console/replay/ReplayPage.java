// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.replay;

import java.util.List;
import loalang.controller.replay.AiredNotice;

/**
 * What residents see.
 *
 * @param commune as residents read it
 * @param notices the newest first
 */
public record ReplayPage(String commune, List<AiredNotice> notices) {
  public ReplayPage {
    notices = List.copyOf(notices);
  }
}
