// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.plans.sabotage;

import java.nio.file.Path;
import loalang.agent.shelf.PlanShelf;

/** Wrong on purpose: a rule about plans that looks for them itself. */
public final class RuleThatOpensTheShelf {
  private RuleThatOpensTheShelf() {}

  public static int days() {
    return new PlanShelf(Path.of("plans")).standing().size();
  }
}
