// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * One notice in several languages, dialects or voices, and which zone hears which.
 *
 * <p>Rules are pure, the desk is on one event loop, sound is the studio's. Every version has a
 * recording of its own; who hears one that is missing hears the notice itself. What may not enter:
 * when something plays, orders, JSON.
 */
@NullMarked
package loalang.controller.versions;

import org.jspecify.annotations.NullMarked;
