// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Other programs of the office's machine that answer a short question.
 *
 * <p>Blocking, any thread. What may not enter: what the answer means, programs that work for long
 * or take input.
 */
@NullMarked
package loalang.controller.machine;

import org.jspecify.annotations.NullMarked;
