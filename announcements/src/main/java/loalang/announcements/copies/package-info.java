// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A recording for other systems: the Opus file itself, WAV, or MP3.
 *
 * <p>Any thread; saving blocks on the disk and leaves a whole file or none. What may not enter:
 * making recordings, changing how they sound.
 */
@NullMarked
package loalang.announcements.copies;

import org.jspecify.annotations.NullMarked;
