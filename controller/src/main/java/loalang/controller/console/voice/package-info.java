// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A short notice that a person speaks, recorded in the browser or sent as a file.
 *
 * <p>On the event loop. It asks rooms and shows their answers. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.voice;

import org.jspecify.annotations.NullMarked;
