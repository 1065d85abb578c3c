// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village.tidy;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The codes in the sources and the codes in {@code docs/problems.md} are the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProblemsArePublishedTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern IN_SOURCE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

  /** Names of other things that look like codes: Opus comments, environment variables. */
  private static final Set<String> NO_CODES =
      Set.of(
          "SYNTHETIC_SPEECH",
          "SPEECH_ENGINE",
          "SPEECH_VOICE",
          "VI_NORTH",
          "LOA_BROKER_PASSWORD",
          "ECDHE_ECDSA",
          "LOA_DATABASE_USER",
          "LOA_KEYSTORE_PASSWORD",
          "LOA_DATABASE_PASSWORD",
          "FAILED_AUDIO_DEVICE",
          "ALSA_CONFIG_PATH",
          "MALLOC_ARENA_MAX",
          "XDG_RUNTIME_DIR");

  private static final Pattern IN_DOCUMENT =
      Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`");

  @Test
  void every_code_in_the_sources_is_explained_to_the_operator() throws IOException {
    SortedSet<String> unexplained = codesInSources();
    assertTrue(unexplained.size() > 20, "the search itself is broken: " + unexplained);

    unexplained.removeAll(NO_CODES);
    unexplained.removeAll(codesInDocument());

    assertEquals(new TreeSet<>(), unexplained, "add these to docs/problems.md");
  }

  @Test
  void no_code_is_explained_twice() throws IOException {
    long rows = IN_DOCUMENT.matcher(document()).results().count();

    assertEquals(codesInDocument().size(), rows);
  }

  private static SortedSet<String> codesInSources() throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/"))
          .forEach(
              file -> IN_SOURCE.matcher(text(file)).results().forEach(m -> codes.add(m.group(1))));
    }
    return codes;
  }

  private static SortedSet<String> codesInDocument() throws IOException {
    return IN_DOCUMENT
        .matcher(document())
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String document() throws IOException {
    return Files.readString(ROOT.resolve("docs/problems.md"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
