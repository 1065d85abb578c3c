// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The command line: one class per command, an HTTP client to the running controller.
 *
 * <p>It speaks through its own writers; what a machine may read goes to standard output with {@code
 * --json}. Exit codes: 0 done, 1 failed, 2 used wrongly. What may not enter: rules, SQL, MQTT.
 */
@NullMarked
package loalang.controller.cli;

import org.jspecify.annotations.NullMarked;
