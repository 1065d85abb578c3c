// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.time.Instant;

/**
 * One change of the dictionary, kept for ever.
 *
 * @param version of the dictionary that it made
 * @param row what was set, or what the row said when it was removed
 * @param removed whether the row was taken out
 * @param by who did it
 * @param at when
 */
public record DictionaryChange(
    long version, DictionaryRow row, boolean removed, String by, Instant at) {}
