// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sound: decodes a recording, gives it to the device, counts what the device really took.
 *
 * <p>The only room that knows javax.sound and codecs. It decides nothing: it is told to play and to
 * halt and says what happened. One thread of its own; it hands every event over through its
 * listener.
 */
@NullMarked
package loalang.agent.playback;

import org.jspecify.annotations.NullMarked;
