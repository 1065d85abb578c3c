// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.time.LocalTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import loalang.schedules.LateRule;
import loalang.schedules.calendar.Season;

/**
 * Announcements that are repeated over days or weeks, at times of their own or within the sessions
 * of programmes.
 *
 * @param id giving the book the same id again replaces the campaign; no programme may have it
 * @param title as officers know it; not blank
 * @param season on which days
 * @param audience where, how urgent, from whom
 * @param episodes what
 * @param placement at which times or in which sessions
 * @param late how long after its planned start an airing may still begin
 * @throws IllegalArgumentException if the title is blank
 */
public record Campaign(
    ProgrammeId id,
    String title,
    Season season,
    Audience audience,
    Episodes episodes,
    Placement placement,
    LateRule late) {

  /** Where in the day a campaign is heard. */
  public sealed interface Placement {

    /** How many airings a day has. */
    int airingsADay();

    /**
     * At times of its own.
     *
     * @param times wall-clock times, earliest first; at least one
     */
    record AtTimes(SortedSet<LocalTime> times) implements Placement {
      public AtTimes {
        times = new TreeSet<>(times);
        if (times.isEmpty()) {
          throw new IllegalArgumentException("A campaign needs at least one time.");
        }
      }

      @Override
      public int airingsADay() {
        return times.size();
      }
    }

    /**
     * In every session of these programmes, after the session's own items, before its closing line.
     *
     * @param programmes in the order of the day; at least one
     */
    record InSessions(List<ProgrammeId> programmes) implements Placement {
      public InSessions {
        programmes = List.copyOf(programmes);
        if (programmes.isEmpty()) {
          throw new IllegalArgumentException("A campaign needs at least one session.");
        }
      }

      @Override
      public int airingsADay() {
        return programmes.size();
      }
    }
  }

  public Campaign {
    if (title.isBlank()) {
      throw new IllegalArgumentException("Campaign %s needs a title.".formatted(id));
    }
  }
}
