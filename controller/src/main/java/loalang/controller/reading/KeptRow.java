// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.time.Instant;

/**
 * A row that is in force.
 *
 * @param row what it says
 * @param version of the dictionary since which it says so
 * @param by who wrote it
 * @param at when
 */
public record KeptRow(DictionaryRow row, long version, String by, Instant at) {}
