// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.Optional;
import loalang.protocol.Problem;

/**
 * Where a notice is typed or a letter is uploaded.
 *
 * @param form what was typed
 * @param notTyped why what was typed was not taken
 * @param notTaken why the letter was not taken
 */
public record NewPage(TypedForm form, Optional<Problem> notTyped, Optional<Problem> notTaken) {
  static final NewPage EMPTY = new NewPage(TypedForm.EMPTY, Optional.empty(), Optional.empty());
}
