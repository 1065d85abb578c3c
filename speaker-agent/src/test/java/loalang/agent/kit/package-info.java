// SPDX-License-Identifier: GPL-3.0-or-later
/** Real parts for tests: a broker, an office, an agent process, recordings. Test code only. */
@NullMarked
package loalang.agent.kit;

import org.jspecify.annotations.NullMarked;
