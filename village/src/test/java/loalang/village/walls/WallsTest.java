// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import loalang.village.walls.sabotage.ReachesIntoThePole;
import loalang.village.walls.sabotage.ReachesThroughTheWindow;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The village speaks to its programs as any user does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses VILLAGE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("loalang.village");

  private static final ArchRule OFFICE_BY_ITS_DOOR =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("loalang.controller..")
                  .and(not(resideInAPackage("loalang.controller.client"))))
          .because("the demo proves what a user can do, so it may use no more than a user has");

  private static final ArchRule NO_POLE_NO_RULES =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "loalang.agent..", "loalang.schedules..", "loalang.announcements.."))
          .because("poles are processes, and the village has no rules of its own");

  @Test
  void the_walls_stand() {
    OFFICE_BY_ITS_DOOR.check(VILLAGE);
    NO_POLE_NO_RULES.check(VILLAGE);
  }

  @Test
  void a_reach_through_the_office_s_window_is_seen() {
    assertFalls(OFFICE_BY_ITS_DOOR, ReachesThroughTheWindow.class);
  }

  @Test
  void a_reach_into_the_pole_is_seen() {
    assertFalls(NO_POLE_NO_RULES, ReachesIntoThePole.class);
  }

  private static void assertFalls(ArchRule rule, Class<?> sabotage) {
    JavaClasses wrong = new ClassFileImporter().importClasses(sabotage);
    assertThrows(AssertionError.class, () -> rule.check(wrong));
  }
}
