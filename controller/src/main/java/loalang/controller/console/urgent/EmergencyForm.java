// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loalang.controller.console.frame.Visit;
import loalang.controller.console.frame.ZoneChoice;
import loalang.controller.studio.Written;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * What shall be said and where, as it stands in the form.
 *
 * @param body what is said
 * @param zones that are ticked
 * @param everywhere whether the whole commune is ticked
 */
public record EmergencyForm(String body, Set<PagingZone> zones, boolean everywhere) {
  static final EmergencyForm EMPTY = new EmergencyForm("", Set.of(), false);

  public EmergencyForm {
    zones = Set.copyOf(zones);
  }

  static EmergencyForm of(Visit visit) {
    return new EmergencyForm(
        visit.text("body"),
        visit.fields("zone").stream().map(PagingZone::new).collect(Collectors.toSet()),
        visit.field("everywhere").equals("yes"));
  }

  /** As the studio takes it. */
  Written written() {
    return new Written("", Priority.EMERGENCY, body);
  }

  /** Where it shall sound; throws AIRING_WITHOUT_ZONE if nothing is ticked. */
  Set<PagingZone> where(List<ZoneChoice> there) {
    Set<PagingZone> where = new TreeSet<>(zones);
    if (everywhere) {
      there.forEach(choice -> where.add(choice.zone()));
    }
    if (where.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "AIRING_WITHOUT_ZONE",
              "No zone was chosen.",
              "Tick the zones whose loudspeakers shall sound."));
    }
    return where;
  }
}
