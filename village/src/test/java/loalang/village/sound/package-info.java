// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Ears for the tests: a sound server without a sound card, a device that writes what it plays into
 * a file, and a way to say how alike two sounds are.
 */
@NullMarked
package loalang.village.sound;

import org.jspecify.annotations.NullMarked;
