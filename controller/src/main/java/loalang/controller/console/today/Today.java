// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import java.time.Instant;
import java.util.List;
import loalang.controller.approval.Emergency;
import loalang.controller.clockwork.ReleaseDesk;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.speakers.Speaker;
import loalang.protocol.Problem;

/**
 * What the first page shows.
 *
 * @param now the present instant
 * @param sounding airings that are on air
 * @param coming what comes next, at most five
 * @param lines the day of each place, by name
 * @param lately airings that are over, the newest first, at most five
 * @param waiting for somebody
 * @param speakers all, by name
 */
public record Today(
    Instant now,
    List<AiringRecord> sounding,
    List<Coming> coming,
    List<DayLine> lines,
    List<AiringRecord> lately,
    Waiting waiting,
    List<Speaker> speakers) {

  /**
   * What somebody has to look at.
   *
   * @param emergencies that a second person can let out
   * @param held what needs a second person
   * @param conflicts of today's plan, each reason once
   * @param unproven airings of today that some loudspeaker has not proved
   */
  public record Waiting(
      List<Emergency> emergencies,
      List<ReleaseDesk.Waiting> held,
      List<Problem> conflicts,
      List<AiringRecord> unproven) {
    /** How many things. */
    public int count() {
      return emergencies.size() + held.size() + conflicts.size() + unproven.size();
    }
  }

  /** How many loudspeakers are heard now. */
  public long online() {
    return speakers.stream().filter(Speaker::isOnline).count();
  }

  /** The loudspeakers that are not heard. */
  public List<Speaker> lost() {
    return speakers.stream().filter(speaker -> !speaker.isOnline()).toList();
  }
}
