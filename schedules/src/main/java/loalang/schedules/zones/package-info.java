// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Where things sound: the tree from province to cluster, and free groups across it.
 *
 * <p>Pure values, any thread. What may not enter: addresses of nodes, topics, a clock. A zone
 * nobody described stands for itself, so a commune without a tree needs none.
 */
@NullMarked
package loalang.schedules.zones;

import org.jspecify.annotations.NullMarked;
