// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * What the page for choosing a password shows.
 *
 * @param communeName as officers read it
 * @param csrfToken what its form carries
 * @param problem why the last try was refused; empty at first
 */
public record PasswordPage(String communeName, String csrfToken, Optional<Problem> problem) {}
