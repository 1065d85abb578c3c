// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.clock.sabotage;

import java.nio.file.Files;
import java.nio.file.Path;

/** Wrong on purpose: a clock that looks for the time on the disk. */
public final class ClockThatReadsAFile {
  private ClockThatReadsAFile() {}

  public static boolean isSynchronised() {
    return Files.exists(Path.of("/run/systemd/timesync/synchronized"));
  }
}
