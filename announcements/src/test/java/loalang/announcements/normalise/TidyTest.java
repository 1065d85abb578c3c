// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Rules of the house that the compiler does not know. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TidyTest {
  private static final Path CODE = Path.of("src/main/java/loalang/announcements");
  private static final Pattern COMPILES =
      Pattern.compile("Pattern\\s*\\.compile\\([^;]*;", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void every_pattern_of_reading_knows_vietnamese_letters() throws IOException {
    for (String room : List.of("normalise", "document", "episode")) {
      for (Path file : javaFiles(CODE.resolve(room))) {
        assertTrue(isTidy(Files.readString(file)), file + " compiles a pattern without the flag");
      }
    }
  }

  @Test
  void a_pattern_without_the_flag_is_found() {
    assertFalse(isTidy("x = Pattern.compile(\"\\\\w+\");"));
    assertFalse(isTidy("x =\n Pattern\n.compile(\n\"\\\\w+\",\n CASE_INSENSITIVE);"));
    assertTrue(isTidy("x = Pattern.compile(\"\\\\w+\", Pattern.UNICODE_CHARACTER_CLASS);"));
  }

  private static boolean isTidy(String code) {
    Matcher matcher = COMPILES.matcher(code);
    while (matcher.find()) {
      if (!matcher.group().contains("UNICODE_CHARACTER_CLASS")) {
        return false;
      }
    }
    return true;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void every_reading_of_the_national_dictionary_is_read_as_itself() {
    VietnameseNormaliser normaliser = VietnameseNormaliser.standard();
    for (DictionaryEntry entry : Dictionary.standard().entries(DictionaryTier.NATIONAL)) {
      String again = ReadingPairs.compared(ReadingPairs.spoken(normaliser, entry.spoken()));

      assertEquals(ReadingPairs.compared(entry.spoken()), again, entry.written());
    }
  }

  @Test
  void every_entry_of_the_national_dictionary_names_its_source() {
    for (DictionaryEntry entry : Dictionary.standard().entries(DictionaryTier.NATIONAL)) {
      assertFalse(entry.source().isBlank(), entry.written());
    }
  }
}
