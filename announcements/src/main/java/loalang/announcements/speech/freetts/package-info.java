// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The engine FreeTTS: English and Vietnamese speech in pure Java, the voices that are always there.
 *
 * <p>With the rooms below it the only one that touches FreeTTS. Its voices are not thread-safe and
 * hide their errors, so each is used by one thread at a time; ours are rules over recordings that
 * never change. Blocks the caller's thread. What may not enter: audio devices.
 */
@NullMarked
package loalang.announcements.speech.freetts;

import org.jspecify.annotations.NullMarked;
