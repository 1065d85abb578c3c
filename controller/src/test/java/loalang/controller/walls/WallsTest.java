// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import loalang.controller.walls.sabotage.OtherJob;
import loalang.controller.walls.sabotage.ReachesEverywhere;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each wall stands, and each wall is seen to fall when somebody climbs over it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses CONTROLLER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("loalang.controller");

  private static final ArchRule MQTT_IN_ONE_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("loalang.controller.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.paho..", "org.apache.activemq..")
          .because("the next broker or client must cost one room");

  private static final ArchRule SQL_IN_STORES =
      noClasses()
          .that()
          .resideOutsideOfPackage("loalang.controller.storage..")
          .and()
          .haveSimpleNameNotEndingWith("Store")
          .and()
          .haveNameNotMatching(".*Store\\$.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jdbi.v3.core.statement..", "java.sql..", "org.sqlite..", "org.flywaydb..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi")
          .because("each feature keeps its own SQL in its store, and nobody else has any");

  private static final ArchRule NO_CALENDAR =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..")
          .because("when something plays is the schedules module's");

  private static final ArchRule PAGES_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages("loalang.controller", "loalang.controller.console..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("loalang.controller.console..")
          .because("no room knows how it is shown");

  private static final ArchRule JSON_AT_THE_BORDER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "loalang.controller.accounts..",
              "loalang.controller.approval..",
              "loalang.controller.audit..",
              "loalang.controller.clock..",
              "loalang.controller.dispatch..",
              "loalang.controller.distribution..",
              "loalang.controller.documents..",
              "loalang.controller.keys..",
              "loalang.controller.ledger..",
              "loalang.controller.plans..",
              "loalang.controller.queue..",
              "loalang.controller.reading..",
              "loalang.controller.sent..",
              "loalang.controller.speakers..",
              "loalang.controller.station..",
              "loalang.controller.storage..",
              "loalang.controller.versions..",
              "loalang.controller.walls..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.core.json..")
          .because("a JSON object goes no deeper than the API and what it stores for it");

  private static final ArchRule TOLD_THE_TIME =
      noClasses()
          .that()
          .resideOutsideOfPackage("loalang.controller.cli..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .because("one clock, given at the start, which a test can hold");

  private static final List<ArchRule> ALL =
      List.of(
          MQTT_IN_ONE_ROOM,
          SQL_IN_STORES,
          NO_CALENDAR,
          PAGES_AT_THE_EDGE,
          JSON_AT_THE_BORDER,
          TOLD_THE_TIME);

  @Test
  void the_walls_stand() {
    ALL.forEach(rule -> rule.check(CONTROLLER));
  }

  @Test
  void mqtt_outside_the_broker_room_is_seen() {
    assertFalls(MQTT_IN_ONE_ROOM, ReachesEverywhere.class);
  }

  @Test
  void sql_outside_a_store_is_seen() {
    assertFalls(SQL_IN_STORES, ReachesEverywhere.class);
  }

  @Test
  void a_job_of_quartz_is_seen() {
    assertFalls(NO_CALENDAR, OtherJob.class);
  }

  @Test
  void a_room_that_knows_the_page_is_seen() {
    assertFalls(PAGES_AT_THE_EDGE, ReachesEverywhere.class);
  }

  @Test
  void json_deep_in_the_house_is_seen() {
    assertFalls(JSON_AT_THE_BORDER, ReachesEverywhere.class);
  }

  @Test
  void a_second_clock_is_seen() {
    assertFalls(TOLD_THE_TIME, ReachesEverywhere.class);
  }

  private static void assertFalls(ArchRule rule, Class<?> sabotage) {
    JavaClasses wrong = new ClassFileImporter().importClasses(sabotage);
    assertThrows(AssertionError.class, () -> rule.check(wrong));
  }
}
