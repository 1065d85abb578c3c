// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of taking in documents. */
@NullMarked
package loalang.announcements.document;

import org.jspecify.annotations.NullMarked;
