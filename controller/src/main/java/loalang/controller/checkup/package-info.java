// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What the office's machine lacks: Java, the voice, room on the disk, sound, the clock, the broker,
 * a copy. The command line and the page ask here.
 *
 * <p>{@code CheckupDesk} lives on the event loop; the machine is looked at on a worker. What may
 * not enter: mending anything, a secret, words for officers.
 */
@NullMarked
package loalang.controller.checkup;

import org.jspecify.annotations.NullMarked;
