// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RenderMemoryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_process_is_seen_with_what_it_held_and_ours_is_a_java_machine() {
    String holdsFiftyMegabytes = "head -c 50000000 /dev/zero | tail -c 50000000 | wc -c";

    Figure.Line line = new RenderMemory(folder).besideChain(holdsFiftyMegabytes).line();

    assertEquals("MB", line.unit());
    double peer = Objects.requireNonNull(line.peerMedian());
    assertTrue(peer > 45 && peer < 200, line::toString);
    assertTrue(line.median() > 40 && line.median() < 900, line::toString);
  }

  @Test
  void a_chain_that_fails_is_no_measurement() {
    RenderMemory memory = new RenderMemory(folder);
    assertThrows(IllegalStateException.class, () -> memory.besideChain("echo broken; false"));
  }
}
