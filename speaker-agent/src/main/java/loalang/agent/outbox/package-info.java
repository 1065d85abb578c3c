// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Reports on their way to the office: numbered, chained, sent until acknowledged.
 *
 * <p>Pure bookkeeping, told the bytes and the answers. What may not enter: the network, the disk,
 * the clock. The agent thread only.
 */
@NullMarked
package loalang.agent.outbox;

import org.jspecify.annotations.NullMarked;
