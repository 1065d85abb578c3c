// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the voices of vendors, against vendors on this machine. */
@NullMarked
package loalang.announcements.speech.cloud;

import org.jspecify.annotations.NullMarked;
