// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Letters in, notices out: what an officer uploads is taken apart, shown, and made into notices.
 *
 * <p>Door: {@code DocumentDesk}. What may not enter: formats and their parsers (the announcements
 * module's), HTTP, SQL. Nothing of an upload is kept until notices are made of it. On one event
 * loop; parsing on the pool {@code reading}.
 */
@NullMarked
package loalang.controller.documents;

import org.jspecify.annotations.NullMarked;
