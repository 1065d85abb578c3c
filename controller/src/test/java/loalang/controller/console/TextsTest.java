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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loalang.controller.console.frame.Language;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Texts;
import loalang.controller.console.frame.Told;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
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
  private static final Pattern LITERAL = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([A-Z_]+)`");

  @Test
  void every_problem_of_the_office_has_a_title_and_a_next_step_in_vietnamese() throws IOException {
    Set<String> codes = new TreeSet<>(codesOfTheOffice());
    assertTrue(codes.size() > 200, "found only " + codes);
    codes.removeIf(
        code -> TEXTS.knows("problem." + code) && TEXTS.knows("problem." + code + ".next"));
    assertEquals(Set.of(), codes);
  }

  @Test
  void no_problem_is_explained_that_does_not_exist() throws IOException {
    Set<String> explained = new TreeSet<>(TEXTS.keys());
    explained.removeIf(key -> !key.startsWith("problem."));
    for (String code : listed()) {
      explained.removeAll(
          Set.of("problem." + code, "problem." + code + ".what", "problem." + code + ".next"));
    }
    assertEquals(Set.of(), explained);
  }

  @Test
  void a_problem_is_told_in_vietnamese_with_the_english_for_a_technician() {
    Problem problem = new Problem("PLAN_TIME_INVALID", "\"25:99\" is no time.", "Write 05:45.");

    Told told = TEXTS.tell(problem);
    assertEquals("Giờ phát chưa đúng.", told.title());
    assertTrue(told.next().startsWith("Viết giờ như 05:45"), told.next());
    assertEquals(Optional.of("\"25:99\" is no time. Write 05:45."), told.detail());

    Told english = ENGLISH.tell(problem);
    assertEquals("Plan time invalid", english.title());
    assertEquals(Optional.of("\"25:99\" is no time."), english.what());
    assertEquals("Write 05:45.", english.next());
    assertEquals(Optional.empty(), english.detail());
  }

  @Test
  void a_problem_nobody_explained_is_not_told_in_english_either() {
    Told told = TEXTS.tell(new Problem("NEVER_SEEN", "Something.", "Do."));
    assertEquals("Có sự cố chưa có lời giải thích.", told.title());
    assertEquals(Optional.of("Something. Do."), told.detail());
  }

  @Test
  void only_one_template_writes_what_a_problem_says_in_english() throws IOException {
    List<String> byHand = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(Path.of("src", "main", "jte"))) {
      for (Path page : pages.filter(Files::isRegularFile).toList()) {
        if (Files.readString(page)
            .matches("(?s).*\\b(whatHappened|nextStep|told.detail)\\(\\).*")) {
          byHand.add(page.getFileName().toString());
        }
      }
    }
    assertEquals(List.of("detail.jte"), byHand);
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

  /** The codes of docs/problems.md that stand in what the office is made of. */
  private static Set<String> codesOfTheOffice() throws IOException {
    Set<String> inSources = new TreeSet<>();
    for (String module : List.of("controller", "announcements", "schedules")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          inSources.addAll(found(LITERAL, Files.readString(file)));
        }
      }
    }
    Set<String> codes = listed();
    codes.retainAll(inSources);
    return codes;
  }

  private static Set<String> listed() throws IOException {
    return found(LISTED, Files.readString(Path.of("..", "docs", "problems.md")));
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
