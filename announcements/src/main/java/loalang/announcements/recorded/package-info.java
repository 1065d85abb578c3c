// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a person recorded, in whatever file a telephone or a computer made of it, becomes sound.
 *
 * <p>Bytes in, one channel out; bounded in bytes and playing time before and while it decodes. Pure
 * Java decoders, any thread. What may not enter: paths, programs, loudness.
 */
@NullMarked
package loalang.announcements.recorded;

import org.jspecify.annotations.NullMarked;
