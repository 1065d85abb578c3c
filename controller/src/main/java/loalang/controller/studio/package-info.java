// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Notices and their recordings: written down, rendered, kept, listened to.
 *
 * <p>Rendering runs on the pool {@code speech} behind a bounded queue, never on the event loop. A
 * recording is a file named by its digest, on the disk before anybody hears of it. What may not
 * enter: when or where something plays, reading rules, sound processing.
 */
@NullMarked
package loalang.controller.studio;

import org.jspecify.annotations.NullMarked;
