// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.approval.Emergency;
import loalang.controller.clockwork.ReleaseDesk;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.plans.Readiness;
import loalang.controller.speakers.Speaker;
import loalang.protocol.Problem;
import loalang.schedules.rundown.PlannedItem;

/**
 * What the first page shows.
 *
 * @param now the present instant
 * @param sounding airings that are on air
 * @param coming what comes next, at most five
 * @param readiness of what is planned for the coming hours
 * @param lines the day of each place, by name
 * @param lately airings that are over, the newest first, at most five
 * @param waiting for somebody
 * @param speakers all, by name
 */
public record Today(
    Instant now,
    List<AiringRecord> sounding,
    List<PlannedItem> coming,
    List<Readiness> readiness,
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

  /** Who is ready for what comes; empty if it stands in no plan yet. */
  public Optional<Readiness> ready(PlannedItem item) {
    return readiness.stream()
        .filter(one -> one.airing().start().equals(item.cue().start()))
        .filter(one -> one.airing().notice().equals(item.cue().announcement()))
        .filter(one -> one.airing().zones().equals(item.cue().zones()))
        .findFirst();
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
