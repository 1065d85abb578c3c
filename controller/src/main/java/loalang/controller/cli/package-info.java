// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a person types: {@code ./loa COMMAND}.
 *
 * <p>Door: {@code LoaMain}. Commands speak to a running office through {@code client}, or make
 * sound on the spot through {@code announcements}. Exit codes: 0 done, 1 failed, 2 used wrongly;
 * every fault is a code, what happened and the next step. What may not enter: rules, SQL, MQTT.
 * Main thread.
 */
@NullMarked
package loalang.controller.cli;

import org.jspecify.annotations.NullMarked;
