// SPDX-License-Identifier: GPL-3.0-or-later
/** Classes that break the walls on purpose, so that each wall is seen to stop somebody. */
@NullMarked
package loalang.piper.sabotage;

import org.jspecify.annotations.NullMarked;
