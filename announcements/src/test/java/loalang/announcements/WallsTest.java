// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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
  private static final String ROOT = "loalang.announcements";
  private static final String SABOTAGE = ROOT + ".sabotage";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses WRONG = new ClassFileImporter().importPackages(SABOTAGE);

  private static final Map<String, ArchRule> WALLS =
      new TreeMap<>(
          Map.of(
              "the module knows nothing of time tables and stores",
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("io.vertx..", "org.quartz..", "java.sql..")
                  .because("words go in and a recording comes out, whoever sends it anywhere"),
              "only cloud voices and the installer of voices touch the network",
              noClasses()
                  .that()
                  .resideOutsideOfPackages("..speech.cloud..", "..install..")
                  .should()
                  .dependOnClassesThat()
                  .haveNameMatching("java\\.net\\.(?!URI$|URISyntaxException$).*")
                  .because("an office without a network speaks as before"),
              "sound is numbers only",
              noClasses()
                  .that()
                  .resideInAPackage("..audio..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "java.io..",
                      "java.nio..",
                      "javax.sound..",
                      "io.github.jaredmdobson..",
                      "org.gagravarr..",
                      "..speech..",
                      "..script..",
                      "..encode..")
                  .because("signal processing that touches no world can be tried on any numbers"),
              "a file is coded without a look at loudness or paths",
              noClasses()
                  .that()
                  .resideInAPackage("..encode..")
                  .should()
                  .dependOnClassesThat()
                  .haveNameMatching(".*\\.(Mastering|Limiter|Loudness|Path|File|Files|Clock)")
                  .because("the same sound must give the same bytes"),
              "only the engine of espeak-ng starts programs",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("..speech.espeak..")
                  .should()
                  .dependOnClassesThat()
                  .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle)")
                  .because("every program needs a limit, and one room can keep them all"),
              "only the engine FreeTTS touches FreeTTS",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("..speech.freetts..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("com.sun.speech..")
                  .because("its voices are not thread-safe and hide their errors"),
              "values of voice and script know no engine and no sound",
              noClasses()
                  .that()
                  .resideInAnyPackage("..voice..", "..script..", "..plain..", "..normalise..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("..speech..", "..audio..", "..encode..")
                  .because("what is said must not depend on what says it"),
              "no two rooms need each other",
              slices()
                  .matching("loalang.announcements.(**)")
                  .should()
                  .beFreeOfCycles()
                  .because("data goes one way")));

  static Set<String> walls() {
    return WALLS.keySet();
  }

  @ParameterizedTest
  @MethodSource("walls")
  void the_wall_stands(String wall) {
    wall(wall).check(OURS);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void the_wall_stops_whoever_breaks_it(String wall) {
    AssertionError stopped = assertThrows(AssertionError.class, () -> wall(wall).check(WRONG));

    assertTrue(String.valueOf(stopped.getMessage()).contains("sabotage"), stopped.getMessage());
  }

  private static ArchRule wall(String name) {
    return Objects.requireNonNull(WALLS.get(name));
  }
}
