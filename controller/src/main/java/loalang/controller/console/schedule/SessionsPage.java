// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.util.List;
import java.util.Set;
import loalang.schedules.programme.Programme;

/**
 * The sessions of the day.
 *
 * @param sessions by the hour they begin
 * @param here names of those that a form can change; others stand in files of the machine
 */
public record SessionsPage(List<Programme> sessions, Set<String> here) {
  public SessionsPage {
    sessions = List.copyOf(sessions);
    here = Set.copyOf(here);
  }
}
