// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.script.Pause;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainNormaliserTest {

  @ParameterizedTest(name = "\"{0}\" is read \"{1}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'Come at 12.'         | 'Come at one two.'
          'One, two; three: 4'  | 'One, two, three, four.'
          'Stop! Go? Yes.'      | 'Stop. Go. Yes.'
          'it''s 3.5 kg'        | 'it''s three five kg.'
          'a (b) "c" — d'       | 'a b c, d.'
          'wait... now'         | 'wait. now.'
          """)
  void english_is_read_word_by_word_and_digit_by_digit(String written, String spoken) {
    assertEquals(spoken, spoken(PlainNormaliser.ENGLISH.read(written)));
  }

  @Test
  void decomposed_letters_come_out_composed_and_keep_their_place() {
    String written = Normalizer.normalize("Nhân dân", Normalizer.Form.NFD);

    ScriptSentence sentence = PlainNormaliser.ENGLISH.read(written).sentences().get(0);

    assertEquals("Nhân dân.", sentence.spoken());
    SpokenWord second = sentence.words().get(1);
    assertEquals("dân", second.text());
    String source = written.substring(second.source().start(), second.source().end());
    assertEquals("dân", Normalizer.normalize(source, Normalizer.Form.NFC));
  }

  @Test
  void lines_and_stops_become_pauses() {
    Script script =
        PlainNormaliser.ENGLISH.read("Title\n\nBring:\n\n- book;\n- card.\n\nThanks. Bye");

    assertEquals(
        List.of(
            Pause.PARAGRAPH,
            Pause.PARAGRAPH,
            Pause.LIST_ITEM,
            Pause.PARAGRAPH,
            Pause.SENTENCE,
            Pause.PARAGRAPH),
        script.sentences().stream().map(ScriptSentence::pauseAfter).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "!!! ... ---", "🎉"})
  void what_has_no_words_has_no_sentences(String written) {
    assertEquals(List.of(), PlainNormaliser.ENGLISH.read(written).sentences());
  }

  @Test
  void ten_digits_have_ten_names() {
    assertThrows(IllegalArgumentException.class, () -> new PlainNormaliser(List.of("zero")));
  }

  private static String spoken(Script script) {
    return script.sentences().stream().map(ScriptSentence::spoken).collect(Collectors.joining(" "));
  }
}
