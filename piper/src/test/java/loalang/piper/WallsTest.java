// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of this module; each is tried on our classes and on one that breaks it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("loalang.piper");

  private static final JavaClasses WRONG =
      new ClassFileImporter().importPackages("loalang.piper.sabotage");

  private static final Map<String, ArchRule> WALLS =
      new TreeMap<>(
          Map.of(
              "a model that is installed needs no network",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("java.net..")
                  .because("what is said in a commune leaves it only by a voice that says so"),
              "programs are started where they are limited",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle)")
                  .because("the room of espeak-ng bounds time and output"),
              "an engine knows its voices and no catalogue",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "loalang.announcements.catalogue..", "loalang.announcements.install..")
                  .because("who may speak is decided before an engine is asked")));

  static Set<String> walls() {
    return WALLS.keySet();
  }

  @ParameterizedTest
  @MethodSource("walls")
  void the_wall_stands(String wall) {
    Objects.requireNonNull(WALLS.get(wall)).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void the_wall_stops_whoever_breaks_it(String wall) {
    AssertionError stopped =
        assertThrows(
            AssertionError.class, () -> Objects.requireNonNull(WALLS.get(wall)).check(WRONG));

    assertTrue(String.valueOf(stopped.getMessage()).contains("CallingHome"), wall);
  }
}
