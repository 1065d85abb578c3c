// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.List;
import loalang.protocol.Problem;

/**
 * What came of a notice.
 *
 * @param recording the sound
 * @param report what was read how
 * @param warnings what the officer should know although there is a recording: above all, that
 *     another voice had to speak
 */
public record Production(Recording recording, ProductionReport report, List<Problem> warnings) {
  public Production {
    warnings = List.copyOf(warnings);
  }

  /** Without a warning. */
  public Production(Recording recording, ProductionReport report) {
    this(recording, report, List.of());
  }
}
