// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * Who hears something, how urgent it is, and who asked for it.
 *
 * @param zones places of the tree or groups; at least one
 * @param priority how urgent
 * @param origin from which level it comes
 * @throws IllegalArgumentException if there is no zone
 */
public record Audience(Set<PagingZone> zones, Priority priority, Origin origin) {

  /** The level that asked for a broadcast; matters when two of one priority meet. */
  public enum Origin {
    /** Cấp xã: the commune's own. */
    COMMUNE,
    /** Cấp tỉnh: the province's. */
    PROVINCE,
    /** Trung ương: the country's. */
    CENTRE
  }

  public Audience {
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("At least one zone is needed; there is none.");
    }
  }
}
