// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loalang.controller.console.frame.Visit;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.envelope.VerifyKey;

/**
 * A key that is to reach less far, as somebody typed it.
 *
 * @param key its public half
 * @param zones where; none means everywhere
 * @param most the most urgent it may ask for
 * @param wrong true if what was typed is no key
 */
public record ScopeForm(String key, List<String> zones, String most, boolean wrong) {
  static final ScopeForm EMPTY = new ScopeForm("", List.of(), Priority.ROUTINE.wireName(), false);

  public ScopeForm {
    zones = List.copyOf(zones);
  }

  static ScopeForm typed(Visit visit) {
    ScopeForm form =
        new ScopeForm(visit.field("key"), visit.fields("zone"), visit.field("most"), false);
    return new ScopeForm(form.key, form.zones, form.most, form.verifyKey().isEmpty());
  }

  /** The key; empty if it is none. */
  Optional<VerifyKey> verifyKey() {
    try {
      return Optional.of(new VerifyKey(key));
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }

  /** How far it is to reach. */
  public KeyScope scope() {
    Set<PagingZone> reached = new LinkedHashSet<>();
    zones.forEach(zone -> reached.add(new PagingZone(zone)));
    Priority urgent =
        Stream.of(Priority.values())
            .filter(one -> one.wireName().equals(most))
            .findFirst()
            .orElse(Priority.ROUTINE);
    return new KeyScope(reached.isEmpty() ? null : reached, urgent);
  }
}
