// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The officer's page in Vietnamese, rendered here and live by server-sent events.
 *
 * <p>On the event loop. Works without JavaScript for the basics; one small script of ours makes it
 * live. Every text stands in {@code messages_vi.properties}. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console;

import org.jspecify.annotations.NullMarked;
