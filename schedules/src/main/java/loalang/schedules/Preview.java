// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.util.List;
import loalang.schedules.rundown.Change;
import loalang.schedules.rundown.Conflict;

/**
 * What a sheet would change, before it does.
 *
 * @param changes to what would have been heard, earliest first
 * @param conflicts of the days as they would become, this sheet's and others'
 */
public record Preview(List<Change> changes, List<Conflict> conflicts) {
  public Preview {
    changes = List.copyOf(changes);
    conflicts = List.copyOf(conflicts);
  }
}
