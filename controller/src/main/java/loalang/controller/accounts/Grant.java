// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.util.Set;
import java.util.stream.Collectors;
import loalang.protocol.PagingZone;

/**
 * A role and where it holds.
 *
 * @param role what somebody is
 * @param only the zones it is limited to, by name; empty for the whole commune
 * @throws IllegalArgumentException if an admin is limited to zones
 */
public record Grant(Role role, Set<PagingZone> only) {
  public Grant {
    only = Set.copyOf(only);
    if (role == Role.ADMIN && !only.isEmpty()) {
      throw new IllegalArgumentException(
          "An admin is one of the whole commune, was limited to %s.".formatted(only));
    }
  }

  /** A role in the whole commune. */
  public static Grant everywhere(Role role) {
    return new Grant(role, Set.of());
  }

  /** True if it holds in every zone. */
  public boolean isForWholeCommune() {
    return only.isEmpty();
  }

  /** True if it holds in each of these. */
  public boolean covers(Set<PagingZone> zones) {
    return isForWholeCommune() || (!zones.isEmpty() && only.containsAll(zones));
  }

  @Override
  public String toString() {
    return isForWholeCommune()
        ? role.word()
        : only.stream()
            .map(PagingZone::value)
            .sorted()
            .collect(Collectors.joining(",", role.word() + "@", ""));
  }
}
