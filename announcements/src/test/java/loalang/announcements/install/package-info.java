// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the installer of voices, against a server on this machine. */
@NullMarked
package loalang.announcements.install;

import org.jspecify.annotations.NullMarked;
