// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The whole office as one sealed file, and a file as an office again.
 *
 * <p>Blocking, for the command line and for workers. What may not enter: HTTP, MQTT, what a table
 * means beyond what a copy changes.
 */
@NullMarked
package loalang.controller.backup;

import org.jspecify.annotations.NullMarked;
