// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.today;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loalang.controller.approval.Emergency;
import loalang.controller.checkup.Finding;
import loalang.controller.console.frame.HeldWish;
import loalang.controller.console.frame.Texts;
import loalang.controller.console.frame.Words;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.speakers.Speaker;
import loalang.schedules.rundown.Conflict;

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
   * @param broken what keeps the office from its main job
   * @param emergencies that a second person can let out
   * @param held what needs a second person
   * @param conflicts of today's plan that no second person can settle, each reason once
   * @param unproven airings of today that some loudspeaker has not proved
   */
  public record Waiting(
      List<Finding> broken,
      List<Emergency> emergencies,
      List<HeldWish> held,
      List<Conflict> conflicts,
      List<AiringRecord> unproven) {
    /** How many things. */
    public int count() {
      return broken.size() + emergencies.size() + held.size() + conflicts.size() + unproven.size();
    }
  }

  /** How many loudspeakers are heard now. */
  public long online() {
    return speakers.stream().filter(Speaker::isOnline).count();
  }

  /** The loudspeakers that are heard and say that something is wrong with themselves. */
  public Map<Speaker, List<String>> troubled(Texts texts) {
    Map<Speaker, List<String>> troubled = new LinkedHashMap<>();
    speakers.stream()
        .filter(Speaker::isOnline)
        .forEach(
            speaker -> {
              List<String> words =
                  speaker.state().map(state -> Words.troubles(state, texts)).orElse(List.of());
              if (!words.isEmpty()) {
                troubled.put(speaker, words);
              }
            });
    return troubled;
  }

  /** The loudspeakers that are not heard. */
  public List<Speaker> lost() {
    return speakers.stream().filter(speaker -> !speaker.isOnline()).toList();
  }
}
