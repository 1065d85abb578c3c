// SPDX-License-Identifier: GPL-3.0-or-later
/** Wrong on purpose: seen by the walls' own tests. */
@NullMarked
package loalang.agent.hearing.sabotage;

import org.jspecify.annotations.NullMarked;
