// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.ScriptSentence;

/** The public test set: one file for each class of written form. */
final class ReadingPairs {
  static final Path FOLDER = Path.of("src/test/resources/reading");
  private static final Pattern NOT_SPOKEN =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N} ]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPACES = Pattern.compile(" +", Pattern.UNICODE_CHARACTER_CLASS);

  private ReadingPairs() {}

  /** One written form and how it must be said. */
  record Pair(String written, String spoken) {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Pair> in(Path file) {
    List<Pair> pairs = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        boolean pair = line.contains("\t") || line.contains("~");
        if (pair && !line.startsWith("#")) {
          // Our files part the two with a tab; the public sets of other projects with a tilde.
          String[] columns = line.split(line.contains("\t") ? "\t" : "~", 2);
          pairs.add(new Pair(columns[0].replace("\\n", "\n"), columns[1]));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return pairs;
  }

  /** Lower case, no punctuation, single spaces: the form in which two readings are compared. */
  static String compared(String spoken) {
    String letters = NOT_SPOKEN.matcher(spoken.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return SPACES.matcher(letters).replaceAll(" ").strip();
  }

  static String spoken(Normaliser normaliser, String written) {
    return normaliser.read(written).sentences().stream()
        .map(ScriptSentence::spoken)
        .collect(Collectors.joining(" "));
  }
}
