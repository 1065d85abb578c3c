// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.OptionalInt;
import loalang.simulation.signature.SeedKeys;
import loalang.simulation.signature.SimulatedSignatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A seed is a whole life: nothing but the seed decides what happens. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SameSeedTest {
  private static final Studio STUDIO = Studio.open();

  @BeforeAll
  static void signatures() {
    SimulatedSignatures.install();
  }

  private static List<String> trace(long seed, SeedKeys.Kind keys) {
    Village village = new Village(seed, OptionalInt.empty(), true, keys);
    return village.live(new Workshop(), STUDIO).trace().stream().map(Trace.Line::toString).toList();
  }

  @Test
  void the_same_seed_gives_the_same_trace_byte_for_byte() {
    for (long seed = 1; seed <= 15; seed++) {
      List<String> once = trace(seed, SeedKeys.Kind.MARKED);

      assertFalse(once.isEmpty());
      assertEquals(once, trace(seed, SeedKeys.Kind.MARKED), "seed " + seed);
    }
  }

  @Test
  void another_seed_gives_another_life() {
    assertNotEquals(trace(1, SeedKeys.Kind.MARKED), trace(2, SeedKeys.Kind.MARKED));
  }

  @Test
  void with_real_signatures_the_same_things_happen_at_the_same_instants() {
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(withoutKeys(seed, SeedKeys.Kind.MARKED), withoutKeys(seed, SeedKeys.Kind.REAL));
    }
  }

  /** The names of keys stand in the names of topics. */
  private static List<String> withoutKeys(long seed, SeedKeys.Kind keys) {
    return trace(seed, keys).stream().map(line -> line.replaceAll("/keys/.*", "/keys/")).toList();
  }
}
