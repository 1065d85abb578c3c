// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import loalang.announcements.script.Pause;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.ReadingWarning.Kind;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VietnameseNormaliserTest {
  private final VietnameseNormaliser normaliser = VietnameseNormaliser.standard();

  @Test
  void an_unknown_abbreviation_is_spelled_and_reported_with_its_place() {
    String written = "Mời các hộ đến XKVB lúc 7h.";

    Script script = normaliser.read(written);

    int place = written.indexOf("XKVB");
    assertEquals(
        List.of(
            new ReadingWarning(
                Kind.UNKNOWN_ABBREVIATION,
                new SourceSpan(place, place + 4),
                "XKVB",
                "ích ca vê bê")),
        script.warnings());
  }

  @ParameterizedTest(name = "\"{0}\" raises {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gọi số 0912 345 678        | PERSONAL_DATA
          STK: 1903456789012         | PERSONAL_DATA
          số CCCD 001085012345       | PERSONAL_DATA
          ứng dụng VNNeID            | SUSPICIOUS_SPELLING
          đăng kýý tạm trú           | SUSPICIOUS_SPELLING
          thông báo 漢字 mới         | MIXED_SCRIPT
          tổng kết 1/7 buổi sáng     | AMBIGUOUS_DATE
          theo công văn 12/ABCX-YZ   | UNKNOWN_ABBREVIATION
          """)
  void a_doubt_is_reported(String written, Kind kind) {
    List<Kind> kinds = normaliser.read(written).warnings().stream().map(w -> w.kind()).toList();

    assertTrue(kinds.contains(kind), kinds.toString());
  }

  @ParameterizedTest(name = "\"{0}\" raises no doubt")
  @ValueSource(
      strings = {
        "gọi 113 hoặc 18001091",
        "ngày 05/9/2025, UBND xã họp",
        "đạt 5/7 tiêu chí",
        "THÔNG BÁO VỀ VIỆC TIÊM CHỦNG",
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022"
      })
  void what_is_plain_raises_no_doubt(String written) {
    assertEquals(List.of(), normaliser.read(written).warnings());
  }

  @Test
  void a_sentence_too_long_for_one_breath_is_reported() {
    Script script = normaliser.read("bà con ".repeat(31));

    assertEquals(Kind.LONG_SENTENCE, script.warnings().get(0).kind());
  }

  @Test
  void each_word_knows_the_characters_it_stands_for() {
    String written = "Họp ngày 15/12 tại UBND.";

    ScriptSentence sentence = normaliser.read(written).sentences().get(0);

    assertEquals("họp ngày mười lăm tháng mười hai tại ủy ban nhân dân.", sentence.spoken());
    List<String> sources =
        sentence.words().stream()
            .map(SpokenWord::source)
            .map(span -> written.substring(span.start(), span.end()))
            .toList();
    assertEquals(
        List.of(
            "Họp", "ngày", "15", "15", "/12", "/12", "/12", "tại", "UBND", "UBND", "UBND", "UBND"),
        sources);
  }

  @Test
  void the_source_map_counts_in_the_text_as_given_even_if_it_is_decomposed() {
    String written = "x\u00e3 To\u0302\u0309 5";

    ScriptSentence sentence = normaliser.read(written).sentences().get(0);

    assertEquals("xã tổ năm.", sentence.spoken());
    assertEquals(new SourceSpan(3, 7), sentence.words().get(1).source());
    assertEquals(new SourceSpan(8, 9), sentence.words().get(2).source());
  }

  @ParameterizedTest(name = "{0} says \"{1}\"")
  @CsvSource({
    "VI_NORTH,một nghìn không trăm linh năm ngày mùng ba tháng chín ông linh.",
    "VI_CENTRAL,một ngàn không trăm lẻ năm ngày mồng ba tháng chín ông linh.",
    "VI_SOUTH,một ngàn không trăm lẻ năm ngày mồng ba tháng chín ông linh."
  })
  void a_dialect_changes_numerals_and_never_names(Dialect dialect, String spoken) {
    VietnameseNormaliser local = VietnameseNormaliser.with(Dictionary.standard(), dialect);

    assertEquals(spoken, ReadingPairs.spoken(local, "1.005 ngày 03/9 ông Linh"));
  }

  @Test
  void the_commune_has_the_last_word_then_the_province() {
    Dictionary dictionary =
        Dictionary.standard()
            .with(DictionaryTier.PROVINCE, "XKVB\txí nghiệp khai thác\nUBND\tủy ban")
            .with(DictionaryTier.COMMUNE, "# ours\nUBND\tủy ban xã nhà\tnext=xã\tthư 12");
    VietnameseNormaliser local = VietnameseNormaliser.with(dictionary, Dialect.VI_NORTH);

    assertEquals("ủy ban xã nhà xã.", ReadingPairs.spoken(local, "UBND xã"));
    assertEquals("ủy ban huyện.", ReadingPairs.spoken(local, "UBND huyện"));
    assertEquals("xí nghiệp khai thác.", ReadingPairs.spoken(local, "XKVB"));
    assertEquals("hội đồng nhân dân.", ReadingPairs.spoken(local, "HĐND"));
  }

  @ParameterizedTest(name = "\"{0}\" is refused")
  @ValueSource(
      strings = {
        "UBND",
        "UBND\t",
        "\tủy ban",
        "UBND\tỦy ban",
        "UBND\tủy ban 2",
        "UBND\tủy-ban",
        "UBND\tủy ban\tkhi nào",
      })
  void a_line_that_is_no_entry_is_refused_with_its_number(String line) {
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> Dictionary.standard().with(DictionaryTier.COMMUNE, "# ours\n" + line));

    assertEquals("DICTIONARY_LINE_INVALID", refusal.problem().code());
    assertTrue(refusal.problem().whatHappened().startsWith("Line 2 "));
  }

  @Test
  void headings_items_and_paragraphs_are_followed_by_their_own_silence() {
    Script script =
        normaliser.read("I. MỤC ĐÍCH\n\n- Nâng cao nhận thức. Giữ gìn.\n\nBà con tham gia.");

    assertEquals(
        List.of(Pause.HEADING, Pause.SENTENCE, Pause.LIST_ITEM, Pause.PARAGRAPH),
        script.sentences().stream().map(ScriptSentence::pauseAfter).toList());
  }

  @Test
  void a_line_broken_by_the_page_is_read_as_one_sentence() {
    Script script =
        normaliser.read("Ủy ban nhân dân xã thông báo lịch tiêm chủng cho trẻ\nem trong xã.");

    assertEquals(1, script.sentences().size());
  }

  @Test
  void a_question_keeps_its_question_mark() {
    assertEquals("hồ sơ gồm gì?", ReadingPairs.spoken(normaliser, "Hồ sơ gồm gì?"));
  }

  @Test
  void nothing_to_say_gives_an_empty_script() {
    for (String silent : List.of("", " \n\n ", "***", "-----", "…", "./.", "\u200b")) {
      assertTrue(normaliser.read(silent).sentences().isEmpty(), silent);
    }
  }

  @Test
  void what_is_written_without_a_pause_gets_none() {
    assertFalse(ReadingPairs.spoken(normaliser, "bà con xã Tân Lập").contains(","));
  }
}
