// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import java.util.HashSet;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import org.jspecify.annotations.Nullable;

/**
 * How far a key reaches: a campaign desk speaks to some zones, or never in an emergency. A key
 * without a scope reaches as far as its level does. A key with one says nothing about keys.
 *
 * @param zones the zones it may speak to, at least one; null for all
 * @param most the most urgent it may ask for; null for any. Whoever may not ask for an emergency
 *     may neither stop, silence nor turn down, because that would stop somebody else's
 * @throws IllegalArgumentException if there is no zone
 */
public record KeyScope(@Nullable Set<PagingZone> zones, @Nullable Priority most) {
  public KeyScope {
    if (zones != null) {
      if (zones.isEmpty()) {
        throw new IllegalArgumentException("A key that reaches no zone is revoked, not scoped.");
      }
      zones = PagingZone.sorted(zones);
    }
  }

  /** Those of these zones that it reaches. */
  public Set<PagingZone> within(Set<PagingZone> asked) {
    Set<PagingZone> reached = new HashSet<>(asked);
    if (zones != null) {
      reached.retainAll(zones);
    }
    return reached;
  }

  /** True if it may ask for something so urgent. */
  public boolean covers(Priority priority) {
    return most == null || priority.compareTo(most) <= 0;
  }
}
