// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import loalang.announcements.document.sabotage.FileOpeningImporter;
import loalang.announcements.normalise.sabotage.ClockReadingRoom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingWallsTest {
  private static final ArchRule READING_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("loalang.announcements.normalise..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio.file..",
              "java.time..",
              "java.util.concurrent..",
              "java.util.random..",
              "loalang.announcements.document..",
              "loalang.announcements.episode..")
          .because("the same text gives the same script on every machine and day");

  private static final ArchRule DOCUMENTS_OPEN_NOTHING =
      noClasses()
          .that()
          .resideInAnyPackage("loalang.announcements.document..", "loalang.announcements.episode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..")
          .because("a document is bytes; nothing in it may make us open a file or a connection");

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("loalang.announcements");

  @Test
  void reading_is_pure() {
    READING_IS_PURE.check(main);
  }

  @Test
  void documents_open_nothing() {
    DOCUMENTS_OPEN_NOTHING.check(main);
  }

  @Test
  void a_room_that_reads_the_clock_is_caught() {
    JavaClasses sabotage = new ClassFileImporter().importClasses(ClockReadingRoom.class);

    assertTrue(ClockReadingRoom.now() > 0);
    assertThrows(AssertionError.class, () -> READING_IS_PURE.check(sabotage));
  }

  @Test
  void an_importer_that_opens_files_is_caught() {
    JavaClasses sabotage = new ClassFileImporter().importClasses(FileOpeningImporter.class);

    assertTrue(FileOpeningImporter.sees("."));
    assertThrows(AssertionError.class, () -> DOCUMENTS_OPEN_NOTHING.check(sabotage));
  }
}
