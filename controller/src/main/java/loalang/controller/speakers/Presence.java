// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.time.Instant;

/**
 * That the office began or ceased to hear a speaker.
 *
 * @param isOnline true if it began to
 * @param at by the office's clock
 */
public record Presence(boolean isOnline, Instant at) {}
