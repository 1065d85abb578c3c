// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.log;

import java.util.List;
import loalang.controller.ledger.Tally;

/**
 * The log as a list.
 *
 * @param filter as chosen
 * @param airings of this page, the newest first
 * @param totals of all pages
 * @param zones one can choose, by name
 */
public record LogList(LogFilter filter, List<Tally> airings, Totals totals, List<String> zones) {
  /** How many airings a page has. */
  public static final int PAGE = 25;

  public LogList {
    airings = List.copyOf(airings);
    zones = List.copyOf(zones);
  }

  /**
   * All that the filter lets through.
   *
   * @param airings how many
   * @param expected times a speaker was to play
   * @param rendered times one rendered every frame
   */
  public record Totals(int airings, long expected, long rendered) {
    static Totals of(List<Tally> found) {
      return new Totals(
          found.size(),
          found.stream().mapToLong(Tally::expected).sum(),
          found.stream().mapToLong(Tally::rendered).sum());
    }
  }

  static LogList of(LogFilter filter, List<Tally> found, List<String> zones) {
    int skip = Math.min(found.size(), (filter.page() - 1) * PAGE);
    return new LogList(
        filter, found.subList(skip, Math.min(found.size(), skip + PAGE)), Totals.of(found), zones);
  }

  /** How many pages there are, 1 or more. */
  public int pages() {
    return Math.max(1, (totals.airings() + PAGE - 1) / PAGE);
  }

  /** The address of a page. */
  public String at(int page) {
    return "/log?" + filter.query() + "&page=" + page;
  }
}
