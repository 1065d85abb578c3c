// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.util.Optional;
import loalang.controller.console.schedule.FormPage.Check;
import loalang.protocol.Problem;

/** A form beside which it is shown what would come of it. */
public interface Checked {

  /** What would come of it; empty until somebody asks. */
  Optional<Check> check();

  /** Why it was not taken. */
  Optional<Problem> problem();
}
