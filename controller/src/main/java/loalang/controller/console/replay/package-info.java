// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Listening again: the page and the feed for residents, the switch for the office.
 *
 * <p>On the event loop. Nobody has to log in here, so every answer is one a stranger may have, and
 * none names a loudspeaker, an account or an airing. What may not enter: rules, SQL.
 */
@NullMarked
package loalang.controller.console.replay;

import org.jspecify.annotations.NullMarked;
