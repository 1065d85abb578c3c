// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The HTTP API: {@code openapi.yaml} is the contract, and every request is held to it.
 *
 * <p>On the event loop: handlers parse, call another room, answer. What may not enter: rules, SQL,
 * MQTT; a JSON object goes no deeper than this room. Every fault becomes one problem document.
 */
@NullMarked
package loalang.controller.api;

import org.jspecify.annotations.NullMarked;
