// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import java.time.Instant;
import java.util.List;

/**
 * What one look at the office and its machine found.
 *
 * @param at when
 * @param findings in the order of the checks
 */
public record Checkup(Instant at, List<Finding> findings) {
  public Checkup {
    findings = List.copyOf(findings);
  }

  /** What keeps the office from its main job. */
  public List<Finding> broken() {
    return findings.stream().filter(Finding::isBroken).toList();
  }
}
