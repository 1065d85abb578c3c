// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of this engine, each tried on a class that breaks it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomsTest {
  private static final String ROOM = "loalang.announcements.speech.freetts";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOM);

  private static final JavaClasses WRONG =
      new ClassFileImporter().importPackages(ROOM + ".sabotage");

  private static final ArchRule NO_SAMPLES_IN_RULES =
      noClasses()
          .that()
          .resideInAnyPackage("..freetts..syllable..", "..freetts..score..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.speech..", "..announcements.audio..")
          .because("the rules of a language can be tried without a sound");

  private static final ArchRule NO_DIALECT_IN_SPELLING =
      noClasses()
          .that()
          .resideInAPackage("..freetts..syllable..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..freetts.score..", "..freetts.diphone..")
          .because("Vietnamese is spelt in one way and spoken in several");

  @Test
  void rules_know_no_samples() {
    NO_SAMPLES_IN_RULES.check(OURS);
    stops(NO_SAMPLES_IN_RULES, "SoundingScore");
  }

  @Test
  void spelling_knows_no_dialect() {
    NO_DIALECT_IN_SPELLING.check(OURS);
    stops(NO_DIALECT_IN_SPELLING, "SpellingWithAnAccent");
  }

  private static void stops(ArchRule wall, String culprit) {
    AssertionError stopped = assertThrows(AssertionError.class, () -> wall.check(WRONG));

    assertTrue(String.valueOf(stopped.getMessage()).contains(culprit), stopped.getMessage());
  }
}
