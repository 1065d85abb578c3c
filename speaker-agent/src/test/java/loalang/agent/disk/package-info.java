// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of files that outlive a power cut. */
@NullMarked
package loalang.agent.disk;

import org.jspecify.annotations.NullMarked;
