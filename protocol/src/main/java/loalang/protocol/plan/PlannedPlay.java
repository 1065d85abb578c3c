// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.plan;

import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.order.Order;

/**
 * One airing of a day's plan.
 *
 * @param zones at least one; a node that is in none of them passes the airing over
 * @param play what, when, how late, how urgently
 * @throws IllegalArgumentException if no zone is named
 */
public record PlannedPlay(Set<PagingZone> zones, Order.Play play) {
  public PlannedPlay {
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("A planned airing names at least one zone.");
    }
    zones = PagingZone.sorted(zones);
  }
}
