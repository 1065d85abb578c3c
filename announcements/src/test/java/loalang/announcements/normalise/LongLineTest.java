// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A line that never ends is read in pieces, and nobody hears where it was cut. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongLineTest {
  private static final int TIMES = 3000;

  @Test
  void no_word_is_lost_or_cut_where_a_long_line_is_parted() {
    String written = "1. " + "bà con nhớ mang thẻ BHYT lúc 7h30 ".repeat(TIMES);

    Script script = VietnameseNormaliser.standard().read(written);

    String once = "bà con nhớ mang thẻ bảo hiểm y tế lúc bảy giờ ba mươi ";
    assertEquals("một " + once.repeat(TIMES).strip(), said(script));
  }

  @Test
  void a_long_line_is_cut_behind_a_sentence_if_there_is_one() {
    String written = "Họp lúc 7h30 tại xã. ".repeat(TIMES);

    List<ScriptSentence> sentences = VietnameseNormaliser.standard().read(written).sentences();

    assertEquals(TIMES, sentences.size());
    assertTrue(
        sentences.stream().allMatch(one -> one.spoken().equals("họp lúc bảy giờ ba mươi tại xã.")));
  }

  @Test
  void every_word_still_knows_where_it_was_written() {
    String written = "Mang thẻ BHYT. ".repeat(TIMES);

    for (ScriptSentence sentence : VietnameseNormaliser.standard().read(written).sentences()) {
      SpokenWord last = sentence.words().get(sentence.words().size() - 1);
      assertEquals("BHYT", written.substring(last.source().start(), last.source().end()));
    }
  }

  @Test
  void a_line_without_spaces_is_read_too() {
    String letters = "漢".repeat(TIMES * 10);
    String pairs = "😀".repeat(TIMES * 10);

    String read = said(VietnameseNormaliser.standard().read(letters)).replace(" ", "");
    assertEquals(letters.length(), read.length());
    assertEquals("", said(VietnameseNormaliser.standard().read(pairs)));
  }

  private static String said(Script script) {
    StringBuilder words = new StringBuilder();
    for (ScriptSentence sentence : script.sentences()) {
      for (SpokenWord word : sentence.words()) {
        words.append(words.isEmpty() ? "" : " ").append(word.text());
      }
    }
    return words.toString();
  }
}
