// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The office's time: answers to poles that ask for it, and a watch over the office's own clock.
 *
 * <p>{@code QuestionLimit} and {@code ClockWatch} are pure; the desk lives on the event loop. What
 * may not enter: what is due at what time, what a pole makes of an answer.
 */
@NullMarked
package loalang.controller.clock;

import org.jspecify.annotations.NullMarked;
