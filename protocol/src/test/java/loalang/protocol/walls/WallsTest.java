// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import loalang.protocol.walls.sabotage.ClockReader;
import loalang.protocol.walls.sabotage.FileReaderInTheContract;
import loalang.protocol.walls.sabotage.SpellsItsOwnJson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each wall stands, and each wall is seen to fall when somebody climbs over it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses PROTOCOL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("loalang.protocol");

  private static final ArchRule NO_WORLD =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..",
              "java.net.http..",
              "java.util.concurrent..",
              "io.vertx..",
              "org.eclipse.paho..",
              "org.quartz..")
          .because("the contract is values: files, sockets and threads belong to the shells");

  private static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("the contract is told the time");

  private static final ArchRule JSON_IN_WIRE_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("loalang.protocol.wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
          .because("one room knows JSON; the others carry annotations at most");

  private static final ArchRule JOSE_IN_ENVELOPE_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("loalang.protocol.envelope..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jose4j..")
          .because("one room knows signatures");

  private static final ArchRule TOPICS_SPELLED_ONCE =
      classes()
          .that()
          .haveSimpleNameEndingWith("Topics")
          .should()
          .resideInAPackage("loalang.protocol.topic")
          .because("every topic is spelled in one class");

  @Test
  void the_walls_stand() {
    NO_WORLD.check(PROTOCOL);
    NO_CLOCK.check(PROTOCOL);
    JSON_IN_WIRE_ONLY.check(PROTOCOL);
    JOSE_IN_ENVELOPE_ONLY.check(PROTOCOL);
    TOPICS_SPELLED_ONCE.check(PROTOCOL);
  }

  @Test
  void a_file_in_the_contract_is_seen() {
    assertFalls(NO_WORLD, FileReaderInTheContract.class);
  }

  @Test
  void a_look_at_the_clock_is_seen() {
    assertFalls(NO_CLOCK, ClockReader.class);
  }

  @Test
  void json_outside_the_wire_room_is_seen() {
    assertFalls(JSON_IN_WIRE_ONLY, SpellsItsOwnJson.class);
  }

  @Test
  void signatures_outside_the_envelope_room_are_seen() {
    assertFalls(JOSE_IN_ENVELOPE_ONLY, SpellsItsOwnJson.class);
  }

  @Test
  void a_second_list_of_topics_is_seen() {
    assertFalls(TOPICS_SPELLED_ONCE, SpellsItsOwnJson.OtherTopics.class);
  }

  private static void assertFalls(ArchRule rule, Class<?> sabotage) {
    JavaClasses wrong = new ClassFileImporter().importClasses(sabotage);
    assertThrows(AssertionError.class, () -> rule.check(wrong));
  }
}
