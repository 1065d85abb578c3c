// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A finished recording as a file for other systems, by the ending of its name.
 *
 * <p>Bytes in, bytes out, usable on any thread. What may not enter: paths, loudness, engines. What
 * is written is what a listener of the recording hears.
 */
@NullMarked
package loalang.announcements.export;

import org.jspecify.annotations.NullMarked;
