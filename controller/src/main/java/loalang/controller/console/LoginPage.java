// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import java.util.Optional;

/**
 * The door.
 *
 * @param communeName as officers read it
 * @param problem the code of why it did not open
 */
public record LoginPage(String communeName, Optional<String> problem) {}
