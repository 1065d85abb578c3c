// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The process at the commune office: wiring and nothing else.
 *
 * <p>{@link loalang.controller.ControllerVerticle} puts the rooms together by hand; everything it
 * holds lives on one event loop. What may not enter: a rule, SQL, text that an officer reads. Slow
 * work goes to the pools {@code speech} and {@code storage}.
 */
@NullMarked
package loalang.controller;

import org.jspecify.annotations.NullMarked;
