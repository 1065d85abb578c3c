// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.script.SpokenWord;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FixedReadingsTest {

  @ParameterizedTest(name = "{0}: \"{1}\" as \"{2}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Họp lúc 7h30 tại xã. | 7h30 | bảy rưỡi sáng | họp lúc bảy rưỡi sáng tại xã.
          Họp lúc 7h30, tại xã. | 7h30 | bảy rưỡi | họp lúc bảy rưỡi, tại xã.
          Đến gặp ông Thạch Sok. | Sok | sóc | đến gặp ông thạch sóc.
          Có phải 7h30? | 7h30 | bảy rưỡi | có phải bảy rưỡi?
          Họp 7h30. Xong lúc 9h. | 9h | chín giờ đúng | họp bảy giờ ba mươi. xong lúc chín giờ đúng.
          7h30 họp tại UBND xã. | 7h30 | bảy rưỡi, sáng | bảy rưỡi, sáng họp tại ủy ban nhân dân xã.
          Họp lúc 7h30 tại xã. | h3 | bảy rưỡi | họp lúc bảy rưỡi tại xã.
          """)
  void a_place_is_said_otherwise_and_nothing_else(
      String body, String place, String spoken, String expected) {
    assertEquals(expected, said(fixed(body, place, spoken)));
  }

  @Test
  void the_new_words_point_at_the_whole_place_and_every_other_word_keeps_its_own() {
    String body = "Họp lúc 7h30 tại xã.";
    List<SpokenWord> before = read(body).sentences().get(0).words();
    List<SpokenWord> after = fixed(body, "7h30", "bảy rưỡi").sentences().get(0).words();

    SourceSpan place = new SourceSpan(8, 12);
    assertEquals(
        List.of(new SpokenWord("bảy", place), new SpokenWord("rưỡi", place)), after.subList(2, 4));
    assertEquals(before.subList(0, 2), after.subList(0, 2));
    assertEquals(before.subList(before.size() - 2, before.size()), after.subList(4, 6));
  }

  @Test
  void a_doubt_about_the_place_is_settled_but_a_private_number_stays_one() {
    String body = "Gặp CAXQT hoặc gọi 0912345678.";
    assertTrue(kinds(read(body)).contains(ReadingWarning.Kind.UNKNOWN_ABBREVIATION));

    Script named = fixed(body, "CAXQT", "công an xã");
    Script called = fixed(body, "0912345678", "số của công an xã");

    assertEquals(List.of(ReadingWarning.Kind.PERSONAL_DATA), kinds(named));
    assertTrue(kinds(called).contains(ReadingWarning.Kind.PERSONAL_DATA));
  }

  @Test
  void a_place_over_two_sentences_is_said_once() {
    Script script = read("Mất điện. Từ sáng. Hết.");
    FixedReading fix = new FixedReading(new SourceSpan(4, 17), "điện. Từ sáng", "nước");

    assertEquals("mất nước. hết.", said(FixedReadings.in(script, List.of(fix))));
  }

  @Test
  void a_place_where_nothing_is_said_changes_nothing() {
    Script script = read("Mất điện.");
    FixedReading fix = new FixedReading(new SourceSpan(100, 104), "đâu", "đó");

    assertEquals(script, FixedReadings.in(script, List.of(fix)));
  }

  @ParameterizedTest
  @CsvSource({"7h30, FIXED_READING_WORDS", "Bảy, FIXED_READING_WORDS", "'', FIXED_READING_WORDS"})
  void a_reading_that_no_engine_should_get_is_refused(String spoken, String code) {
    assertRefused(code, new SourceSpan(0, 3), spoken);
  }

  @Test
  void a_place_between_or_behind_the_words_is_refused() {
    assertRefused("FIXED_READING_PLACE", new SourceSpan(3, 4), "họp");
    assertRefused("FIXED_READING_PLACE", new SourceSpan(400, 405), "họp");
  }

  private static void assertRefused(String code, SourceSpan place, String spoken) {
    String body = "Họp lúc 7h30.";
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> FixedReadings.make(read(body), body, place, spoken));
    assertEquals(code, refused.problem().code());
  }

  private static Script fixed(String body, String written, String spoken) {
    int start = body.indexOf(written);
    SourceSpan asked = new SourceSpan(start, start + written.length());
    Script script = read(body);
    return FixedReadings.in(script, List.of(FixedReadings.make(script, body, asked, spoken)));
  }

  private static Script read(String body) {
    return VietnameseNormaliser.standard().read(body);
  }

  private static String said(Script script) {
    return script.sentences().stream().map(ScriptSentence::spoken).collect(Collectors.joining(" "));
  }

  private static List<ReadingWarning.Kind> kinds(Script script) {
    return script.warnings().stream().map(ReadingWarning::kind).toList();
  }
}
