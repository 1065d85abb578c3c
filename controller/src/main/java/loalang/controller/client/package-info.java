// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The office seen from outside: its HTTP API, as the command line, the demo and the end-to-end
 * tests use it, and how all of these speak to who types them.
 *
 * <p>Doors: {@code OfficeClient}, {@code AiringWatch}, {@code Terminal}, {@code NamedFile}. What
 * may not enter: anything of the running office; a client knows an address and a token, no more.
 * Blocking, any thread.
 */
@NullMarked
package loalang.controller.client;

import org.jspecify.annotations.NullMarked;
