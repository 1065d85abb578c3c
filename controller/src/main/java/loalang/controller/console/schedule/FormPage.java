// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.programme.Programme;
import loalang.schedules.rundown.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * Where a single airing or a campaign is written or changed.
 *
 * @param form what stands in it
 * @param choice what can be chosen
 * @param check what would come of it; empty until somebody asks
 * @param lost comments that go if it is taken out
 * @param problem why it was not taken
 */
public record FormPage(
    PlanForm form,
    Choice choice,
    Optional<Check> check,
    List<String> lost,
    Optional<Problem> problem)
    implements Checked {
  public FormPage {
    lost = List.copyOf(lost);
  }

  /**
   * What can be chosen.
   *
   * @param notices the newest first
   * @param zones by name: places, what they lie in, groups
   * @param sessions programmes of the day
   */
  public record Choice(List<NoticeCard> notices, List<PagingZone> zones, List<Programme> sessions) {
    public Choice {
      notices = List.copyOf(notices);
      zones = List.copyOf(zones);
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * What would come of it.
   *
   * @param sheet in which it is written
   * @param changes to what is heard in the coming week, earliest first
   * @param conflicts of what is asked for
   * @param refused why it will not sound at all; empty if it may
   * @param lost comments of the sheet that cannot be kept
   */
  public record Check(
      String sheet,
      List<Line> changes,
      List<Conflict> conflicts,
      Optional<Problem> refused,
      List<String> lost) {
    private static final int MOST = 12;

    public Check {
      changes = List.copyOf(changes);
      conflicts = List.copyOf(conflicts);
      lost = List.copyOf(lost);
    }

    /** The first changes. */
    public List<Line> some() {
      return changes.subList(0, Math.min(MOST, changes.size()));
    }

    /** How many more there are. */
    public int more() {
      return changes.size() - some().size();
    }

    /** The reasons of conflicts, each once. */
    public List<Conflict> reasons() {
      Set<String> seen = new java.util.HashSet<>();
      return conflicts.stream()
          .filter(conflict -> seen.add(conflict.why().code() + conflict.outcome()))
          .toList();
    }
  }

  /**
   * A change to what is heard.
   *
   * @param kind added, removed or altered
   * @param title as officers read it
   * @param start as it would be, or was if it goes
   * @param before as it was, if it is altered
   * @param zones where
   */
  public record Line(
      String kind, String title, Instant start, @Nullable Instant before, Set<PagingZone> zones) {
    /** When it was to start, if that changes. */
    public Optional<Instant> was() {
      return Optional.ofNullable(before).filter(instant -> !instant.equals(start));
    }
  }
}
