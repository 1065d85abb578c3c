// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The engine espeak-ng: a supervised process for each utterance, so that a crash is the child's
 * alone and no two utterances share state.
 *
 * <p>The only room that starts processes. The text goes in by standard input and never into the
 * command line; time, output and complaints are bounded. Blocks the caller's thread.
 */
@NullMarked
package loalang.announcements.speech.espeak;

import org.jspecify.annotations.NullMarked;
