// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import loalang.announcements.script.SourceSpan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FoldedTextTest {

  @ParameterizedTest(name = "\"{0}\" is read as \"{1}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30–40            | 30-40
          30—40            | 30-40
          −3               | -3
          35ºC             | 35oC
          20℃              | 20°C
          250 m²           | 250 m2
          60㎡             | 60m2
          ½                | 1⁄2
          “Báo cháy”       | "Báo cháy"
          Ⅻ                | XII
          １２３           | 123
          ٣                | 3
          ﬁle              | file
          Ðảng             | Đảng
          """)
  void signs_that_mean_the_same_become_the_same(String written, String even) {
    assertEquals(even, FoldedText.of(written).text());
  }

  @Test
  void invisible_characters_are_gone_and_spaces_are_spaces() {
    assertEquals("a b c", FoldedText.of("a\u00a0b\u200b\u00ad \ufeffc").text());
  }

  @Test
  void a_footnote_mark_is_a_space() {
    assertEquals("điện tử  là", FoldedText.of("điện tử\u00b9 là").text());
  }

  @Test
  void two_and_a_half_stay_apart() {
    assertEquals("2 1\u20442", FoldedText.of("2\u00bd").text());
  }

  @Test
  void marks_without_end_on_one_letter_are_cut() {
    FoldedText text = FoldedText.of("a" + "\u0301".repeat(100_000));

    assertEquals("á", text.text());
    assertEquals(new SourceSpan(0, 100_001), text.span(0, 1));
  }

  @Property(seed = "20251122", tries = 2000)
  void every_character_knows_where_it_was_written(@ForAll String written) {
    FoldedText text = FoldedText.of(written);
    int last = 0;
    for (int i = 0; i < text.text().length(); i++) {
      SourceSpan span = text.span(i, i + 1);
      assertEquals(true, span.start() >= last && span.end() <= written.length(), written);
      last = span.start();
    }
  }
}
