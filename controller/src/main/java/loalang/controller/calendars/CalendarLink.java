// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.calendars;

import java.time.Instant;
import java.util.Optional;

/**
 * An address that somebody's calendar reads; nothing that opens it.
 *
 * @param id its number
 * @param account whose
 * @param scope what it shows
 * @param made when
 * @param read when a calendar last read it, to the hour; empty if none did yet
 */
public record CalendarLink(
    long id, String account, CalendarScope scope, Instant made, Optional<Instant> read) {}
