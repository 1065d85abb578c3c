// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.own;

import loalang.controller.calendars.CalendarScope;
import loalang.controller.console.frame.SquareCode;

/**
 * An address that is shown once.
 *
 * @param scope what it shows
 * @param address whole, with what opens it
 */
public record FreshCalendar(CalendarScope scope, String address) {

  /** What a phone takes a picture of. */
  public SquareCode picture() {
    return SquareCode.of(address);
  }
}
