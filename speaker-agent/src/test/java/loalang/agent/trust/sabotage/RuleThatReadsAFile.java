// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust.sabotage;

import java.nio.file.Files;
import java.nio.file.Path;

/** Wrong on purpose: a rule reads a file. */
public final class RuleThatReadsAFile {
  private RuleThatReadsAFile() {}

  public static boolean isTrusted(Path keys) {
    return Files.exists(keys);
  }
}
