// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a pole says happened: never an opinion, never a plan.
 *
 * <p>Values only, any thread. The levels of truth are never merged: accepted, ready, started, ended
 * with the frames the audio device really consumed. What may not enter: guesses, reasons that the
 * pole cannot know.
 */
@NullMarked
package loalang.protocol.report;

import org.jspecify.annotations.NullMarked;
