// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.rundown.Timetable;

/**
 * Every sheet there is, in the order in which they were said, the later one holding where two speak
 * of one thing.
 *
 * @param others all but the last
 * @param fresh said last; silent if a sheet was only taken away
 * @param withdrawn single airings nobody asks for any more
 */
public record SheetSet(List<ProgrammeSheet> others, ProgrammeSheet fresh, Set<CueId> withdrawn) {
  public SheetSet {
    others = List.copyOf(others);
    withdrawn = Set.copyOf(withdrawn);
  }

  /**
   * Every sheet after one was said anew, changed or taken away.
   *
   * @param before what the fresh sheet's name said before; silent if it is new
   */
  public static SheetSet after(
      List<ProgrammeSheet> others, ProgrammeSheet before, ProgrammeSheet fresh) {
    Set<CueId> withdrawn = new HashSet<>();
    before.oneOffs().forEach(wish -> withdrawn.add(wish.id()));
    others.forEach(sheet -> sheet.oneOffs().forEach(wish -> withdrawn.remove(wish.id())));
    fresh.oneOffs().forEach(wish -> withdrawn.remove(wish.id()));
    return new SheetSet(others, fresh, withdrawn);
  }

  /**
   * What they say together.
   *
   * @param before whose releases stay
   * @throws ProblemException ZONE_TREE_INVALID if their zones contradict each other
   */
  Timetable timetable(Timetable before) {
    Timetable all = before.releasesAlone();
    for (ProgrammeSheet sheet : others) {
      all = merged(all, sheet);
    }
    return merged(all, fresh);
  }

  static Timetable merged(Timetable known, ProgrammeSheet sheet) {
    try {
      return known.with(sheet);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "ZONE_TREE_INVALID",
              "The sheet's zones do not go with those known before: " + e.getMessage(),
              "Give all zones that changed in one file."),
          e);
    }
  }
}
