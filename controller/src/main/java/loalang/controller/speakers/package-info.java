// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The commune's loudspeakers: how one joins, which there are, how each is.
 *
 * <p>The roster lives on the event loop; its rows are written before it changes. Claim codes are
 * checked on the broker's threads against a snapshot. What may not enter: orders, airings, and what
 * a speaker played.
 */
@NullMarked
package loalang.controller.speakers;

import org.jspecify.annotations.NullMarked;
