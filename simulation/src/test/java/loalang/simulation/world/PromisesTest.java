// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import loalang.simulation.Seeds;
import loalang.simulation.signature.SimulatedSignatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Every promise, in many villages. {@code ./loa simulate} does the same with more, and so does
 * {@code -Dloa.seeds=20000}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromisesTest {
  private static final int SEEDS = Integer.getInteger("loa.seeds", 2_000);

  @BeforeAll
  static void signatures() {
    SimulatedSignatures.install();
  }

  @Test
  void every_village_keeps_every_promise() {
    Seeds.Sum sum = new Seeds(new Workshop(), Village::new).run(1, SEEDS, (seeds, lasted) -> {});

    assertEquals(
        Optional.empty(),
        sum.first().map(life -> "seed %d: %s".formatted(life.seed(), life.broken())));
    assertEquals(SEEDS, sum.seeds());
    assertTrue(sum.sounds() > SEEDS, "hardly anything sounded: " + sum.sounds());
  }
}
