// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.schedules.OneOff;

/**
 * What one YAML file says: programmes and one-offs.
 *
 * @param programmes each id once
 * @param oneOffs wishes for single airings
 * @throws IllegalArgumentException if a programme id stands twice
 */
public record ProgrammeSheet(List<Programme> programmes, List<OneOff> oneOffs) {
  public ProgrammeSheet {
    programmes = List.copyOf(programmes);
    oneOffs = List.copyOf(oneOffs);
    Set<ProgrammeId> seen = new HashSet<>();
    for (Programme programme : programmes) {
      if (!seen.add(programme.id())) {
        throw new IllegalArgumentException(
            "The sheet has two programmes named %s.".formatted(programme.id()));
      }
    }
  }
}
