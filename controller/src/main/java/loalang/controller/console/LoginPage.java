// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * The door.
 *
 * @param communeName as officers read it
 * @param account as it was typed
 * @param problem why it did not open
 */
public record LoginPage(String communeName, String account, Optional<Problem> problem) {}
