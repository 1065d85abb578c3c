// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.time.ZoneId;

/**
 * How the office shows itself.
 *
 * @param communeName as officers read it
 * @param zone whose wall clock instants are shown by
 */
public record Face(String communeName, ZoneId zone) {}
