// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import loalang.agent.clock.sabotage.ClockThatReadsAFile;
import loalang.agent.hearing.sabotage.EarWithItsOwnMicrophone;
import loalang.agent.plans.sabotage.RuleThatOpensTheShelf;
import loalang.agent.playout.sabotage.RuleThatLooksAtTheClock;
import loalang.agent.trust.sabotage.RuleThatReadsAFile;
import loalang.agent.walls.sabotage.StrayClock;
import loalang.agent.walls.sabotage.StrayFft;
import loalang.agent.walls.sabotage.StrayJson;
import loalang.agent.walls.sabotage.StrayOpus;
import loalang.agent.walls.sabotage.StrayPaho;
import loalang.agent.walls.sabotage.StraySound;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each wall stands, and each wall is seen to fall when somebody climbs over it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WallsTest {
  private static final JavaClasses AGENT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("loalang.agent");

  private static final ArchRule RULES_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "loalang.agent.trust..",
              "loalang.agent.playout..",
              "loalang.agent.plans..",
              "loalang.agent.hearing..",
              "loalang.agent.outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio..",
              "java.net..",
              "java.util.concurrent..",
              "org.slf4j..",
              "loalang.agent.broker..",
              "loalang.agent.node..",
              "loalang.agent.playback..",
              "loalang.agent.recordings..",
              "loalang.agent.shelf..")
          .because("a rule is a function of values, so that a whole commune can be simulated");

  private static final ArchRule RULES_ARE_TOLD_THE_TIME =
      noClasses()
          .that()
          .resideInAnyPackage(
              "loalang.agent.trust..",
              "loalang.agent.playout..",
              "loalang.agent.plans..",
              "loalang.agent.clock..",
              "loalang.agent.hearing..",
              "loalang.agent.shelf..",
              "loalang.agent.outbox..",
              "loalang.agent.journal..",
              "loalang.agent.recordings..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("who is told the time can be tested at any hour");

  private static final ArchRule ONE_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("loalang.agent.Agent")
          .should()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("the wiring hands out the only clock");

  private static final ArchRule THE_CLOCK_KNOWS_NO_WIRE =
      noClasses()
          .that()
          .resideInAPackage("loalang.agent.clock..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "loalang.agent.broker..", "loalang.agent.node..", "java.io..", "java.nio..")
          .because("what time it is must not depend on how the office is asked");

  private static final ArchRule PAHO_IN_BROKER_ONLY =
      onlyIn("loalang.agent.broker..", "one room knows MQTT", "org.eclipse.paho..");

  private static final ArchRule SOUND_IN_PLAYBACK_ONLY =
      onlyIn("loalang.agent.playback..", "one room knows sound devices", "javax.sound..");

  private static final ArchRule CODECS_IN_PLAYBACK_ONLY =
      onlyIn(
          "loalang.agent.playback..",
          "one room knows codecs",
          "org.gagravarr..",
          "io.github.jaredmdobson..");

  private static final ArchRule SPECTRA_IN_HEARING_ONLY =
      onlyIn("loalang.agent.hearing..", "who does not listen needs no spectrum", "be.tarsos..");

  private static final ArchRule JSON_NOWHERE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "org.jose4j..")
          .because("the wire contract reads and writes every message");

  private static ArchRule onlyIn(String room, String because, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because(because);
  }

  @Test
  void the_walls_stand() {
    for (ArchRule rule :
        Arrays.asList(
            RULES_ARE_PURE,
            RULES_ARE_TOLD_THE_TIME,
            ONE_CLOCK,
            THE_CLOCK_KNOWS_NO_WIRE,
            PAHO_IN_BROKER_ONLY,
            SOUND_IN_PLAYBACK_ONLY,
            CODECS_IN_PLAYBACK_ONLY,
            SPECTRA_IN_HEARING_ONLY,
            JSON_NOWHERE)) {
      rule.check(AGENT);
    }
  }

  @Test
  void a_rule_that_reads_a_file_is_seen() {
    assertFalls(RULES_ARE_PURE, RuleThatReadsAFile.class);
  }

  @Test
  void a_rule_that_looks_at_the_clock_is_seen() {
    assertFalls(RULES_ARE_TOLD_THE_TIME, RuleThatLooksAtTheClock.class);
  }

  @Test
  void a_plan_rule_that_opens_its_shelf_is_seen() {
    assertFalls(RULES_ARE_PURE, RuleThatOpensTheShelf.class);
  }

  @Test
  void an_ear_with_its_own_microphone_is_seen() {
    assertFalls(RULES_ARE_PURE, EarWithItsOwnMicrophone.class);
    assertFalls(SPECTRA_IN_HEARING_ONLY, StrayFft.class);
  }

  @Test
  void a_clock_that_asks_by_itself_is_seen() {
    assertFalls(THE_CLOCK_KNOWS_NO_WIRE, ClockThatReadsAFile.class);
  }

  @Test
  void a_second_clock_is_seen() {
    assertFalls(ONE_CLOCK, StrayClock.class);
  }

  @Test
  void mqtt_outside_the_broker_room_is_seen() {
    assertFalls(PAHO_IN_BROKER_ONLY, StrayPaho.class);
  }

  @Test
  void sound_outside_the_playback_room_is_seen() {
    assertFalls(SOUND_IN_PLAYBACK_ONLY, StraySound.class);
    assertFalls(CODECS_IN_PLAYBACK_ONLY, StrayOpus.class);
  }

  @Test
  void json_of_its_own_is_seen() {
    assertFalls(JSON_NOWHERE, StrayJson.class);
  }

  private static void assertFalls(ArchRule rule, Class<?> sabotage) {
    JavaClasses wrong = new ClassFileImporter().importClasses(sabotage);
    assertThrows(AssertionError.class, () -> rule.check(wrong));
  }
}
