// SPDX-License-Identifier: GPL-3.0-or-later
/** To be written by the first commit of this module. */
@NullMarked
package loalang.agent;

import org.jspecify.annotations.NullMarked;
