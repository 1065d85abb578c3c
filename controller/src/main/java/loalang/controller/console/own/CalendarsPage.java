// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.own;

import java.util.List;
import java.util.Optional;
import loalang.controller.calendars.CalendarLink;
import loalang.controller.calendars.CalendarScope;
import loalang.protocol.Problem;

/**
 * The addresses somebody's calendars read.
 *
 * @param links those there are
 * @param choice what another one can show
 * @param problem why something was not done
 */
public record CalendarsPage(
    List<CalendarLink> links, List<CalendarScope> choice, Optional<Problem> problem) {
  public CalendarsPage {
    links = List.copyOf(links);
    choice = List.copyOf(choice);
  }

  /** True if there is an address for this already, which a new one takes the place of. */
  public boolean has(CalendarScope scope) {
    return links.stream().anyMatch(link -> link.scope().equals(scope));
  }
}
