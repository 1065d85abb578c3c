// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sound files on their way in: from the wire to a bounded file, and away again when they are used.
 *
 * <p>One event loop; nothing is held in memory. What may not enter: what is in the files, notices,
 * HTTP.
 */
@NullMarked
package loalang.controller.sent;

import org.jspecify.annotations.NullMarked;
