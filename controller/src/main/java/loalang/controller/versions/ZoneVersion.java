// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import java.time.Instant;
import loalang.protocol.PagingZone;

/**
 * Which version a zone hears.
 *
 * @param zone it is set for
 * @param version it hears
 * @param by who set it
 * @param at when
 */
public record ZoneVersion(PagingZone zone, VersionName version, String by, Instant at) {}
