// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The loudspeakers: which there are, where they hang, how each is, how one is added.
 *
 * <p>On the event loop. It asks the roster and shows its answers; the map is drawn from the points
 * alone. What may not enter: orders, rules, SQL, map tiles of others.
 */
@NullMarked
package loalang.controller.console.speakers;

import org.jspecify.annotations.NullMarked;
