// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The catalogue of voices as files: the one we ship, what was installed, and the commune's own on
 * top. Later sheets change single lines of earlier ones and come first in preference.
 *
 * <p>Text in, values out, usable on any thread. What may not enter: engines, sound, the network,
 * keys. A mistake is answered with line, column and what was probably meant.
 */
@NullMarked
package loalang.announcements.catalogue;

import org.jspecify.annotations.NullMarked;
