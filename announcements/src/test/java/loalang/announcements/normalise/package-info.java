// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of reading. */
@NullMarked
package loalang.announcements.normalise;

import org.jspecify.annotations.NullMarked;
