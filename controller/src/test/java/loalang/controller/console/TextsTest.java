// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loalang.controller.console.frame.Language;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Texts;
import loalang.protocol.Priority;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Officers read Vietnamese: every code has its text. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Texts TEXTS = Texts.vietnamese(VIETNAM);
  private static final Texts ENGLISH = new Texts(Language.EN, VIETNAM);
  // A problem's code is the first word of its constructor, or of a method that makes one.
  private static final Pattern CODE =
      Pattern.compile("(?:Problem|problem|denied|refusal|fault|at)\\(\\s*\"([A-Z]+(?:_[A-Z]+)+)\"");

  @Test
  void every_problem_of_the_office_has_a_vietnamese_title() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String module : List.of("controller", "announcements", "schedules")) {
      codes.addAll(codesIn(Path.of("..", module, "src", "main", "java")));
    }
    assertTrue(codes.size() > 40, "found only " + codes);
    codes.removeIf(code -> !TEXTS.problem(code).equals(code));
    assertEquals(Set.of(), codes);
  }

  @Test
  void every_state_and_reason_has_a_text() {
    List<String> keys = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.PLAYED) {
        keys.add("reason." + outcome.name());
      }
    }
    for (RefusalReason reason : RefusalReason.values()) {
      keys.add("reason.REFUSED_" + reason.name());
    }
    for (String last : List.of("EXPECTED", "ACCEPTED", "READY", "STARTED")) {
      keys.add("reason.SILENT_SINCE_" + last);
    }
    for (Priority priority : Priority.values()) {
      keys.add("priority." + priority.wireName());
    }
    keys.removeIf(TEXTS::knows);
    assertEquals(List.of(), keys);
  }

  @Test
  void every_text_a_page_asks_for_is_there() throws IOException {
    Set<String> missing = new TreeSet<>();
    Pattern asked = Pattern.compile("texts(?:\\(\\))?\\.of\\(\"([a-z.-]+[a-z])\"");
    try (Stream<Path> pages = Files.walk(Path.of("src", "main", "jte"))) {
      for (Path page : pages.filter(Files::isRegularFile).toList()) {
        Matcher matcher = asked.matcher(Files.readString(page));
        while (matcher.find()) {
          missing.add(matcher.group(1));
        }
      }
    }
    for (Place place : Place.values()) {
      missing.add(place.key());
    }
    assertTrue(missing.size() > 10);
    missing.removeIf(TEXTS::knows);
    assertEquals(Set.of(), missing);
  }

  @Test
  void what_is_said_in_vietnamese_is_said_in_english() {
    Set<String> vietnamese = new TreeSet<>(TEXTS.keys());
    Set<String> english = new TreeSet<>(ENGLISH.keys());
    vietnamese.removeIf(key -> key.startsWith("problem.")); // a problem itself speaks English
    assertEquals(vietnamese, english);
  }

  @Test
  void a_text_in_english_is_not_the_vietnamese_one() {
    assertEquals("Today", ENGLISH.of("place.today"));
    assertEquals("97.5 %", ENGLISH.percent(39, 40));
    assertEquals("97,5 %", TEXTS.percent(39, 40));
    assertEquals("43.200,5", TEXTS.seconds(Duration.ofMillis(43_200_500)));
    assertEquals("43,200.5", ENGLISH.seconds(Duration.ofMillis(43_200_500)));
    assertEquals("72.000", TEXTS.whole(72_000));
  }

  private static Set<String> codesIn(Path sources) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    return codes;
  }
}
