// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import loalang.announcements.speech.freetts.syllable.Phrase.End;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpokenTextTest {

  @Test
  void punctuation_ends_phrases_each_in_its_own_way() {
    List<Phrase> phrases = SpokenText.phrases("Kính mời bà con, hôm nay; ngày mai: ai đi? Hết.");

    assertEquals(
        List.of(End.COMMA, End.CLAUSE, End.CLAUSE, End.QUESTION, End.SENTENCE),
        phrases.stream().map(Phrase::end).toList());
    assertEquals(
        List.of(4, 2, 2, 2, 1), phrases.stream().map(phrase -> phrase.syllables().size()).toList());
  }

  @Test
  void a_text_without_a_full_stop_ends_all_the_same() {
    assertEquals(End.SENTENCE, SpokenText.phrases("xin chào").get(0).end());
  }

  @Test
  void a_long_run_of_words_gets_a_breath_before_a_joining_word() {
    List<Phrase> phrases =
        SpokenText.phrases(
            "Ủy ban nhân dân xã thông báo đến toàn thể nhân dân và các tổ chức trên địa bàn");

    assertEquals(List.of(End.BREATH, End.SENTENCE), phrases.stream().map(Phrase::end).toList());
  }

  @Test
  void a_short_run_gets_none() {
    assertEquals(1, SpokenText.phrases("bà con và các cháu").size());
  }

  @ParameterizedTest(name = "{0} is said like {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          robot    | ro bót
          lavabo   | la va bo
          UBND     | u bê en nờ đê
          wifi     | ui phi
          H2O      | hát hai o
          Đ        | đê
          x        | ích xì
          ki-lô    | ki lô
          ３        | ba
          """)
  void a_foreign_word_is_cut_or_spelt(String written, String spoken) {
    assertEquals(syllables(spoken), syllables(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "…", "🙂", "--- !!!", "中"})
  void what_has_no_sound_makes_no_phrase(String text) {
    assertTrue(SpokenText.phrases(text).isEmpty());
  }

  @Test
  void a_hostile_word_does_not_take_for_ever() {
    assertEquals(9_999, syllables("q" + "ta".repeat(4_999)).size());
  }

  @Test
  void a_syllable_of_the_text_is_a_syllable_of_the_phrase() {
    String text = "trạm y tế xã kính mời";

    List<Syllable> one = syllables(text);

    assertEquals(
        Arrays.stream(text.split(" ", -1))
            .map(word -> Orthography.syllable(word).orElseThrow())
            .toList(),
        one);
  }

  private static List<Syllable> syllables(String text) {
    return Stream.of(text)
        .map(SpokenText::phrases)
        .flatMap(List::stream)
        .map(Phrase::syllables)
        .flatMap(List::stream)
        .toList();
  }
}
