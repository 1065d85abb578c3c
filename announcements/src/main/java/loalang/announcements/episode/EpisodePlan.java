// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import java.time.Duration;

/**
 * How a paper is to be said.
 *
 * @param target how long one episode's own text may be, at least 30 seconds
 * @param station as it names itself on the air: "Đài truyền thanh xã Tân Lập"; blank if it names
 *     itself and thanks its listeners around every recording anyway
 * @param subject what the paper is about, to be said after "về"; may be empty
 * @param times how often an episode's text is said, 1 or 2 (a notice is said twice)
 * @throws IllegalArgumentException if one is out of range
 */
public record EpisodePlan(Duration target, String station, String subject, int times) {
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  public EpisodePlan {
    if (target.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("An episode is 30 s or longer, was " + target);
    }
    if (times < 1 || times > 2) {
      throw new IllegalArgumentException("A text is said once or twice, was " + times);
    }
  }

  /** The same, said by a station that has its own lines around every recording. */
  public EpisodePlan insideTheLinesOfTheStation() {
    return new EpisodePlan(target, "", subject, times);
  }
}
