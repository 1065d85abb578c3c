// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Instant;

/**
 * A promise that was broken.
 *
 * @param promise which
 * @param at the true time
 * @param who the pole it was broken on
 * @param how what happened
 */
public record Broken(Promise promise, Instant at, String who, String how) {}
