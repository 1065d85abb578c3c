// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How this office reads: the commune's own dictionary and the readings fixed for one notice.
 *
 * <p>Door: {@code CommuneDictionary}; values everybody may hold: {@code Edition}, {@code
 * NoticeReading}. What may not enter: rules of reading (they are the announcements module's), HTTP,
 * sound. The pure parts on any thread, the door on one event loop.
 */
@NullMarked
package loalang.controller.reading;

import org.jspecify.annotations.NullMarked;
