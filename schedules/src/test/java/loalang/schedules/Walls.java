// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.InstantSource;
import java.time.ZoneId;

/** The walls of this module. Packages are relative, so that the sabotage can stand elsewhere. */
final class Walls {
  static final ArchRule ONLY_THE_CLOCKWORK_KNOWS_QUARTZ =
      noClasses()
          .that(not(resideInAPackage("..schedules..quartz")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..")
          .because("Quartz is an alarm clock behind one door, so that the next one is cheap");

  static final ArchRule THE_CLOCKWORK_KNOWS_NO_RULES =
      noClasses()
          .that()
          .resideInAPackage("..schedules..quartz")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..schedules.programme",
              "..schedules.quiet",
              "..schedules.rundown",
              "..schedules.calendar",
              "..schedules.zones",
              "..schedules.echo",
              "..schedules.release")
          .because("a rule inside a trigger cannot be tested by a table");

  static final ArchRule RULES_ARE_TOLD_THE_TIME =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..programme", "..quiet", "..rundown", "..calendar", "..zones", "..echo", "..release")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(InstantSource.class)
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethodWhere(target(name("now")))
          .because("a calendar rule that asks what time it is cannot be tested nor replayed");

  static final ArchRule NO_NETWORK_NO_SOUND =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..", "org.eclipse.paho..", "javax.sound..", "java.net.http..")
          .because("schedules only says what plays when");

  static final ArchRule ONLY_THE_CLOCKWORK_OPENS_A_DATABASE =
      noClasses()
          .that(not(resideInAPackage("..schedules..quartz")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..")
          .because("what the officer said is the controller's to keep; alarms are Quartz's");

  static final ArchRule ROOMS_DO_NOT_REACH_FOR_THE_DOOR =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..programme",
              "..quiet",
              "..rundown",
              "..calendar",
              "..zones",
              "..echo",
              "..release",
              "..feed",
              "..quartz")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("ScheduleBook")
          .because("data goes one way: rooms are called by the door");

  private Walls() {}
}
