// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.time.Instant;
import loalang.controller.reading.FixedReading;

/**
 * A reading fixed for one notice, as it is kept.
 *
 * @param fix the place and how it is said
 * @param by who fixed it
 * @param at when
 */
public record KeptFix(FixedReading fix, String by, Instant at) {}
