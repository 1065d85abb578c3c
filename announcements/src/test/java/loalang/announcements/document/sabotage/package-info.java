// SPDX-License-Identifier: GPL-3.0-or-later
/** Classes that break a wall on purpose, so that the wall's test is seen to fail. */
@NullMarked
package loalang.announcements.document.sabotage;

import org.jspecify.annotations.NullMarked;
