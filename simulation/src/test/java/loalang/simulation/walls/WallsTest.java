// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import loalang.simulation.walls.sabotage.WorldWithAClock;
import loalang.simulation.walls.sabotage.WorldWithAThread;
import loalang.simulation.walls.sabotage.WorldWithDice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A world knows no time, no thread and no chance but its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses WORLDS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("loalang.simulation.world", "loalang.simulation.disk");

  private static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("the same seed gives the same life, whatever the time is");

  private static final ArchRule NO_THREAD =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executor.class)
          .because("one queue decides what comes first");

  private static final ArchRule NO_DICE =
      noClasses()
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SecureRandom.class)
          .because("chance comes from the seed");

  @Test
  void the_walls_stand() {
    for (ArchRule rule : List.of(NO_CLOCK, NO_THREAD, NO_DICE)) {
      rule.check(WORLDS);
    }
  }

  @Test
  void a_world_with_a_clock_is_seen() {
    assertFalls(NO_CLOCK, WorldWithAClock.class);
  }

  @Test
  void a_world_with_a_thread_is_seen() {
    assertFalls(NO_THREAD, WorldWithAThread.class);
  }

  @Test
  void a_world_with_dice_is_seen() {
    assertFalls(NO_DICE, WorldWithDice.class);
  }

  private static void assertFalls(ArchRule rule, Class<?> sabotage) {
    JavaClasses wrong = new ClassFileImporter().importClasses(sabotage);
    assertThrows(AssertionError.class, () -> rule.check(wrong));
  }
}
