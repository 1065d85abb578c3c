// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Figures we publish, each measured the same way every time, against a peer in the same run where
 * one runs here.
 *
 * <p>Started by {@code ./loa bench NAME}; never part of the test suite, never a gate. What may not
 * enter: anything a product needs.
 */
@NullMarked
package loalang.benchmarks;

import org.jspecify.annotations.NullMarked;
