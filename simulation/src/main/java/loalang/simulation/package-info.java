// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * {@code ./loa simulate}: many villages, each from one seed, each held to every promise.
 *
 * <p>Runs seeds on both cores, each on one thread, and tells the first that broke a promise. What
 * may not enter: the promises themselves, anything a village does. The main thread and its workers.
 */
@NullMarked
package loalang.simulation;

import org.jspecify.annotations.NullMarked;
