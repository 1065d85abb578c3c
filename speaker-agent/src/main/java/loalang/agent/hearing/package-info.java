// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Hearing: what a microphone proves of an airing: the chirp of the chime, how loud, howling.
 *
 * <p>Told samples and instants, says evidence; memory does not grow with the length. What may not
 * enter: devices, files, threads, the clock, whether anything was rendered. One thread at a time.
 */
@NullMarked
package loalang.agent.hearing;

import org.jspecify.annotations.NullMarked;
