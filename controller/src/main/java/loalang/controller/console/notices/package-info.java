// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The pages about notices: found, typed, uploaded, read, mended, listened to, sent to air.
 *
 * <p>On the event loop. Door: {@code NoticePages}. The records are what a template is given. What
 * may not enter: SQL, rules of reading or of the calendar; the rooms are asked for those.
 */
@NullMarked
package loalang.controller.console.notices;

import org.jspecify.annotations.NullMarked;
