// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import loalang.announcements.script.ScriptSentence;

/**
 * One part of a paper, as it is said at one time.
 *
 * @param number which part, from 1
 * @param of how many there are
 * @param lines what the station says around it; their words point into these lines, not the paper
 * @param body the part itself; its words point into the paper
 * @param times how often the body is said
 */
public record Episode(
    int number, int of, StationLines lines, List<ScriptSentence> body, int times) {
  public Episode {
    body = List.copyOf(body);
  }

  /** Everything in the order of speech: opening, body (and again), closing. */
  public List<ScriptSentence> asSaid() {
    List<ScriptSentence> said = new ArrayList<>(lines.opening());
    said.addAll(body);
    for (int i = 1; i < times; i++) {
      said.addAll(lines.again());
      said.addAll(body);
    }
    said.addAll(lines.closing());
    return said;
  }

  /** The estimate for all of it. */
  public Duration length() {
    return ReadingTime.of(asSaid());
  }
}
