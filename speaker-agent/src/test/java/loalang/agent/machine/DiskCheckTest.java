// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.report.SelfCheck.Finding;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiskCheckTest {

  private static SelfCheck written(Path directory, long millis) {
    Deque<Long> counter = new ArrayDeque<>(List.of(0L, millis * 1_000_000));
    return new DiskCheck(directory, counter::remove).get().get(0);
  }

  @Test
  void a_disk_that_takes_what_is_written_says_how_long_it_took(@TempDir Path directory) {
    assertEquals(
        SelfCheck.measured(SelfCheck.DISK_WRITE, true, 12, DiskCheck.SLOWEST_MILLIS),
        written(directory, 12));
    assertFalse(Files.exists(directory.resolve("self-test.probe")));
  }

  @Test
  void a_card_that_takes_seconds_is_not_good(@TempDir Path directory) {
    assertEquals(Finding.BAD, written(directory, DiskCheck.SLOWEST_MILLIS + 1).finding());
  }

  @Test
  void a_disk_that_takes_nothing_is_not_good(@TempDir Path directory) {
    SelfCheck gone = written(directory.resolve("gone"), 1);
    assertEquals(SelfCheck.failed(SelfCheck.DISK_WRITE, "NoSuchFileException"), gone);
  }
}
