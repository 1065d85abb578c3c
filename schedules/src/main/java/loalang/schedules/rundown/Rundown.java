// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.util.List;
import loalang.protocol.Problem;
import loalang.schedules.Cue;

/**
 * What sounds in a stretch of time, and what does not although somebody asked for it.
 *
 * @param cues earliest first, then by id
 * @param problems one for each refused slot, each once
 */
public record Rundown(List<Cue> cues, List<Problem> problems) {
  public Rundown {
    cues = List.copyOf(cues);
    problems = List.copyOf(problems);
  }
}
