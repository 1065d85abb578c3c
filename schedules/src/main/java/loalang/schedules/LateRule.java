// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;

/**
 * How long after its planned start a cue may still begin. It travels with the cue all the way to
 * the node, which obeys it alone.
 *
 * @param grace 0 to 24 hours, ends allowed; a cue later than this is stale and never sounds
 * @param missed what becomes of several airings of one item that were all missed
 * @throws IllegalArgumentException if out of range
 */
public record LateRule(Duration grace, Missed missed) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** What holds when nobody said otherwise: a minute late is still on time for a village. */
  public static final LateRule USUAL = new LateRule(Duration.ofSeconds(60));

  /** What becomes of several airings of one item that were all missed and may still begin. */
  public enum Missed {
    /** Each begins late. */
    EACH,
    /** They become one late airing, the latest of them. */
    MERGED
  }

  public LateRule {
    if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A late rule is 0 to %s, was %s. Schedule it anew instead.".formatted(LONGEST, grace));
    }
  }

  /** Every airing for itself. */
  public LateRule(Duration grace) {
    this(grace, Missed.EACH);
  }

  /** Several that were missed within this time become one. */
  public static LateRule mergeWithin(Duration grace) {
    return new LateRule(grace, Missed.MERGED);
  }

  /** Skip the cue once it is this much late. */
  public static LateRule skipAfter(Duration grace) {
    return new LateRule(grace);
  }

  /** Play late until this instant, ends allowed; not before the start. */
  public static LateRule playLateUntil(Instant start, Instant until) {
    return new LateRule(Duration.between(start, until));
  }

  /** The same rule with another grace. */
  public LateRule withGrace(Duration other) {
    return new LateRule(other, missed);
  }

  /** The last instant at which a cue planned for {@code start} may begin. */
  public Instant latestStart(Instant start) {
    return start.plus(grace);
  }

  /** True if a cue planned for {@code start} may still begin at {@code now}. */
  public boolean allows(Instant start, Instant now) {
    return !now.isAfter(latestStart(start));
  }
}
