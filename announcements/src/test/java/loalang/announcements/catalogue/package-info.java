// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the catalogue of voices. */
@NullMarked
package loalang.announcements.catalogue;

import org.jspecify.annotations.NullMarked;
