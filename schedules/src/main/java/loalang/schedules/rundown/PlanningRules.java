// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import loalang.protocol.AnnouncementId;
import loalang.schedules.calendar.Holidays;
import loalang.schedules.quiet.QuietHours;

/**
 * What holds for every rundown of a commune.
 *
 * @param quiet when nothing but an emergency sounds; its time zone parts the days
 * @param holidays which days are public holidays
 * @param limits how much a village can be asked to hear
 * @param lengths how long announcements take
 */
public record PlanningRules(QuietHours quiet, Holidays holidays, Limits limits, Lengths lengths) {

  /**
   * How much a village can be asked to hear. Emergencies are not counted.
   *
   * @param session the longest session
   * @param sessionsADay sessions a cluster hears in a day, 1 or more
   * @param perDay sound a cluster hears in a day
   * @throws IllegalArgumentException if a value is not positive
   */
  public record Limits(Duration session, int sessionsADay, Duration perDay) {
    /** An hour a session, four sessions and three hours a day: our default, not a law's. */
    public static final Limits USUAL = new Limits(Duration.ofHours(1), 4, Duration.ofHours(3));

    public Limits {
      if (!isOverZero(session) || !isOverZero(perDay) || sessionsADay < 1) {
        throw new IllegalArgumentException(
            "Limits are over 0, were %s, %d, %s.".formatted(session, sessionsADay, perDay));
      }
    }
  }

  /**
   * How long announcements take.
   *
   * @param known by recordings that exist
   * @param usual for the others, over 0
   * @throws IllegalArgumentException if a length is not positive
   */
  public record Lengths(Map<AnnouncementId, Duration> known, Duration usual) {
    /** Nothing is known: a minute each. */
    public static final Lengths UNKNOWN = new Lengths(Map.of(), Duration.ofMinutes(1));

    public Lengths {
      known = Map.copyOf(known);
      if (!isOverZero(usual) || !known.values().stream().allMatch(PlanningRules::isOverZero)) {
        throw new IllegalArgumentException("Announcements last over 0.");
      }
    }

    /** How long this one takes, as far as is known. */
    public Duration of(AnnouncementId announcement) {
      return known.getOrDefault(announcement, usual);
    }
  }

  /** The usual limits and the holidays of Vietnam, nothing known of recordings. */
  public static PlanningRules usual(QuietHours quiet) {
    return new PlanningRules(quiet, Holidays.ofVietnam(), Limits.USUAL, Lengths.UNKNOWN);
  }

  /** These rules, knowing the lengths of more recordings. */
  public PlanningRules knowing(Map<AnnouncementId, Duration> more) {
    Map<AnnouncementId, Duration> known = new LinkedHashMap<>(lengths.known());
    known.putAll(more);
    return new PlanningRules(quiet, holidays, limits, new Lengths(known, lengths.usual()));
  }

  /** These rules with the days a commune adds to the holidays. */
  PlanningRules with(Map<LocalDate, String> more) {
    return more.isEmpty() ? this : new PlanningRules(quiet, holidays.with(more), limits, lengths);
  }

  private static boolean isOverZero(Duration length) {
    return !length.isNegative() && !length.isZero();
  }
}
