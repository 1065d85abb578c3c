// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of cutting papers into episodes. */
@NullMarked
package loalang.announcements.episode;

import org.jspecify.annotations.NullMarked;
