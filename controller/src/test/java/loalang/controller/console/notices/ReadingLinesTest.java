// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import loalang.announcements.SpokenTimes;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.controller.reading.FixedReading;
import loalang.controller.reading.NoticeReading;
import loalang.controller.studio.KeptFix;
import loalang.controller.studio.ScriptDesk;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingLinesTest {
  private static final VietnameseNormaliser READER = VietnameseNormaliser.standard();

  @Test
  void what_is_said_otherwise_is_seen_and_all_else_is_plain() {
    List<Piece> pieces = lines("Họp lúc 7h30 tại thôn.").get(0).spoken();

    assertEquals(
        List.of("7h30 → bảy giờ ba mươi"),
        pieces.stream()
            .filter(Piece::isMarked)
            .map(piece -> piece.written() + " → " + piece.spoken())
            .toList());
    assertEquals(Piece.Mark.CHANGED, piece(pieces, "7h30").mark());
    assertEquals(Piece.Mark.SAME, piece(pieces, "Họp").mark());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Một câu. Hai câu.\n\n- Ba\n- Bốn, 5/9\nSố: 12/TB-UBND\n",
        "| Họ tên | Tuổi |\nHọ tên: An | Tuổi: 5\nHọ tên: Bình | Tuổi: 60",
        "   (Thừa chỗ)   lúc 7h–9h ngày 20-25/11!!! \n\n\n cuối"
      })
  void no_character_of_the_text_is_lost_or_doubled(String body) {
    String written =
        lines(body).stream()
            .flatMap(line -> line.written().stream())
            .map(ReadingLine.Cut::text)
            .collect(Collectors.joining());

    assertEquals(body, written);
  }

  @Test
  void a_doubt_and_a_fixed_place_are_marked() {
    String body = "Liên hệ CAXQT hoặc NVH.";
    ScriptDesk.Shown shown =
        shown(body, List.of(new KeptFix(fix(body, "NVH"), "canbo", Instant.EPOCH)));

    List<Piece> pieces = ReadingLines.of(shown, SpokenTimes.UNKNOWN).get(0).spoken();

    assertEquals(Piece.Mark.DOUBTFUL, piece(pieces, "CAXQT").mark());
    assertEquals(Piece.Mark.FIXED, piece(pieces, "NVH").mark());
  }

  @Test
  void the_times_of_a_recording_stand_at_its_words_and_its_opening_line_at_none() {
    ScriptDesk.Shown shown = shown("Họp lúc 7h. Mai nghỉ.", List.of());
    Script script = shown.reading().script();
    SpokenTimes times =
        new SpokenTimes(
            List.of(
                new SpokenTimes.Sentence("đây là đài", Duration.ZERO, Duration.ZERO, List.of()),
                timed(script.sentences().get(1), 5_000)));

    List<ReadingLine> lines = ReadingLines.of(shown, times);

    assertTrue(lines.get(0).spoken().stream().allMatch(piece -> piece.atMillis().isEmpty()));
    assertEquals(OptionalLong.of(5_000), lines.get(1).spoken().get(0).atMillis());
    assertEquals(OptionalLong.of(5_100), lines.get(1).spoken().get(1).atMillis());
  }

  @Test
  void a_change_of_a_text_is_shown_word_by_word() {
    List<TextRun> runs = TextRun.between("Họp lúc 7h tại thôn", "Họp lúc 8h sáng tại thôn");

    assertEquals(
        List.of(
            new TextRun(TextRun.Kind.SAME, "Họp lúc "),
            new TextRun(TextRun.Kind.REMOVED, "7h "),
            new TextRun(TextRun.Kind.ADDED, "8h sáng "),
            new TextRun(TextRun.Kind.SAME, "tại thôn")),
        runs);
  }

  private static SpokenTimes.Sentence timed(ScriptSentence sentence, long start) {
    List<SpokenTimes.EstimatedWord> words =
        java.util.stream.IntStream.range(0, sentence.words().size())
            .mapToObj(
                i ->
                    new SpokenTimes.EstimatedWord(
                        sentence.words().get(i).text(), Duration.ofMillis(start + 100L * i)))
            .toList();
    return new SpokenTimes.Sentence(
        sentence.spoken(), Duration.ofMillis(start), Duration.ofMillis(start + 900), words);
  }

  private static FixedReading fix(String body, String written) {
    int start = body.indexOf(written);
    return new FixedReading(
        new SourceSpan(start, start + written.length()), written, "nhà văn hóa");
  }

  private static Piece piece(List<Piece> pieces, String written) {
    return pieces.stream()
        .filter(piece -> piece.written().equals(written))
        .findFirst()
        .orElseThrow();
  }

  private static List<ReadingLine> lines(String body) {
    return ReadingLines.of(shown(body, List.of()), SpokenTimes.UNKNOWN);
  }

  private static ScriptDesk.Shown shown(String body, List<KeptFix> fixes) {
    return new ScriptDesk.Shown(
        Optional.empty(), body, new NoticeReading(READER.read(body), 0), fixes);
  }
}
