// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a pole must not forget: orders taken, starts, ends, the replay floor, reports.
 *
 * <p>One file of checksummed records that is only appended to, forced to disk before anything is
 * promised, and rewritten smaller when it grows. What may not enter: rules; it stores facts and
 * tells them again. The agent thread only.
 */
@NullMarked
package loalang.agent.journal;

import org.jspecify.annotations.NullMarked;
