// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The engine FreeTTS: English speech in pure Java, the voice that is always there.
 *
 * <p>The only room that touches FreeTTS. Its voices are not thread-safe and hide their errors, so
 * each is used by one thread at a time. Blocks the caller's thread. What may not enter: audio
 * devices.
 */
@NullMarked
package loalang.announcements.speech.freetts;

import org.jspecify.annotations.NullMarked;
