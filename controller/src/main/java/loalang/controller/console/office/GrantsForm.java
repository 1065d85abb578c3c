// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.controller.accounts.Grant;
import loalang.controller.accounts.Role;
import loalang.controller.console.frame.Visit;
import loalang.protocol.PagingZone;

/**
 * Roles as they are ticked.
 *
 * @param ticked each role with the zones it is limited to; none for the whole commune
 */
public record GrantsForm(Map<Role, Set<PagingZone>> ticked) {
  static final GrantsForm EMPTY = new GrantsForm(Map.of());

  public GrantsForm {
    ticked = Map.copyOf(ticked);
  }

  static GrantsForm of(List<Grant> grants) {
    Map<Role, Set<PagingZone>> ticked = new EnumMap<>(Role.class);
    grants.forEach(grant -> ticked.put(grant.role(), grant.only()));
    return new GrantsForm(ticked);
  }

  static GrantsForm of(Visit visit) {
    Map<Role, Set<PagingZone>> ticked = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      if (visit.fields("role").contains(role.word())) {
        ticked.put(role, role == Role.ADMIN ? Set.of() : zones(visit, role));
      }
    }
    return new GrantsForm(ticked);
  }

  private static Set<PagingZone> zones(Visit visit, Role role) {
    return visit.fields("in-" + role.word()).stream()
        .map(PagingZone::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  List<Grant> grants() {
    return ticked.entrySet().stream()
        .map(entry -> new Grant(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** True if this role is ticked. */
  public boolean has(Role role) {
    return ticked.containsKey(role);
  }

  /** The zones a role is limited to; none for the whole commune. */
  public Set<PagingZone> zones(Role role) {
    return ticked.getOrDefault(role, Set.of());
  }
}
