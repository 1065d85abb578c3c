// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("loalang.schedules");
  private static final JavaClasses SABOTAGE =
      new ClassFileImporter().importPackages("loalang.schedules.sabotage");

  @ParameterizedTest(name = "the module keeps: {0}")
  @MethodSource("walls")
  void the_module_keeps_its_walls(ArchRule wall) {
    wall.check(MODULE);
  }

  @ParameterizedTest(name = "sabotage is seen by: {0}")
  @MethodSource("walls")
  void each_wall_sees_the_class_that_breaks_it(ArchRule wall) {
    assertTrue(wall.evaluate(SABOTAGE).hasViolation(), "nothing was seen by: " + wall);
  }

  private static Stream<ArchRule> walls() {
    return Stream.of(
        Walls.ONLY_THE_CLOCKWORK_KNOWS_QUARTZ,
        Walls.THE_CLOCKWORK_KNOWS_NO_RULES,
        Walls.RULES_ARE_TOLD_THE_TIME,
        Walls.NO_NETWORK_NO_SOUND,
        Walls.ONLY_THE_CLOCKWORK_OPENS_A_DATABASE,
        Walls.ROOMS_DO_NOT_REACH_FOR_THE_DOOR);
  }
}
