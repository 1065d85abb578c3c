// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.time.Instant;

/**
 * A programme sheet as it was handed in.
 *
 * @param name by which it is changed and taken away
 * @param yaml word for word
 * @param taken when it was handed in last
 */
public record KeptSheet(SheetName name, String yaml, Instant taken) {}
