// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.util.List;
import java.util.Optional;
import loalang.controller.clockwork.Thing;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.rundown.Stillness;

/**
 * The days that are not like others: what the commune says of them, and the country's holidays.
 *
 * @param windows times of peace of the commune
 * @param own holidays of the commune
 * @param holidays of the coming year, the commune's among them
 * @param zones that can be ticked
 * @param form what stands in the form
 * @param check what would come of it; empty until somebody asks
 * @param problem why it was not taken
 */
public record CalendarPage(
    List<Thing.OfPeace> windows,
    List<Thing.OfHoliday> own,
    List<Stillness> holidays,
    List<PagingZone> zones,
    CalendarForm form,
    Optional<FormPage.Check> check,
    Optional<Problem> problem) {
  public CalendarPage {
    windows = List.copyOf(windows);
    own = List.copyOf(own);
    holidays = List.copyOf(holidays);
    zones = List.copyOf(zones);
  }
}
