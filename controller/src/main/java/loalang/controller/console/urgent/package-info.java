// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What cannot wait: emergencies of two people, silence on every loudspeaker.
 *
 * <p>On the event loop. It asks rooms and shows their answers. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.urgent;

import org.jspecify.annotations.NullMarked;
