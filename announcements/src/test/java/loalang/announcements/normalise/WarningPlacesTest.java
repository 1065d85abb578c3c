// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import loalang.announcements.script.ReadingWarning;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every doubt has its kind and the exact place of what is doubtful. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WarningPlacesTest {
  private final VietnameseNormaliser normaliser = VietnameseNormaliser.standard();

  @ParameterizedTest(name = "[{index}] {0}: {1} at \"{2}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Giao BQLRPHX kiểm tra rừng | UNKNOWN_ABBREVIATION | BQLRPHX
          Công văn số 5249/CAQHĐ-XDPT về tuyên truyền | UNKNOWN_ABBREVIATION | CAQHĐ-XDPT
          Họp tại TTGDTX lúc 8h | UNKNOWN_ABBREVIATION | TTGDTX
          Giao CT quyết định | AMBIGUOUS_ABBREVIATION | CT
          Phát cho TS thẻ dự thi | AMBIGUOUS_ABBREVIATION | TS
          Trực 5/7 vì mưa | AMBIGUOUS_DATE | 5/7
          Hẹn gặp ngày 2-9 tới | AMBIGUOUS_DATE | 2-9
          hẹn gặp ngày 8 - 3 tới | AMBIGUOUS_DATE | 8 - 3
          Từ Мосва gửi về | MIXED_SCRIPT | Мосва
          Mở chợ 市场 hôm nay | MIXED_SCRIPT | 市场
          Cài VNNeID ngay | SUSPICIOUS_SPELLING | VNNeID
          Nhân dânn đồng tình | SUSPICIOUS_SPELLING | dânn
          Gọi 0912 345 678 để hỏi | PERSONAL_DATA | 0912 345 678
          Gọi +84 912 345 678 để hỏi | PERSONAL_DATA | +84 912 345 678
          Số CCCD 034085001234 của ông | PERSONAL_DATA | 034085001234
          Số CMND 012345678 của bà | PERSONAL_DATA | 012345678
          chuyển về STK 1234567890 nhé | PERSONAL_DATA | 1234567890
          STK 1133 6688 99 của quỹ | PERSONAL_DATA | 1133 6688 99
          Số TK: 3713.0.1054321 mở tại kho bạc | PERSONAL_DATA | 3713.0.1054321
          Mã số BHXH 0123456789 của cháu | PERSONAL_DATA | 0123456789
          """)
  void a_doubt_stands_where_it_is_written(String written, ReadingWarning.Kind kind, String place) {
    List<ReadingWarning> warnings = normaliser.read(written).warnings();

    int start = written.indexOf(place);
    String expected = "%s %s %d-%d".formatted(kind, place, start, start + place.length());
    assertEquals(expected, shown(warnings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Trạm y tế xã: 0243 765 4321
          gọi tổng đài 18001091 hoặc 113
          ngày 2/9 và 24/12/2025
          UBND xã giao CT UBND xã chủ trì
          thu 1.234.567.890 đồng
          """)
  void what_is_certain_and_nobodys_own_is_not_doubted(String written) {
    assertEquals("", shown(normaliser.read(written).warnings()));
  }

  @Test
  void a_very_long_sentence_is_shown_whole() {
    String sentence = "bà con " + "nhớ mang thẻ ".repeat(25) + "theo.";
    String written = "Kính mời. " + sentence;

    List<ReadingWarning> warnings = normaliser.read(written).warnings();

    int end = written.length() - 1;
    assertEquals(
        "LONG_SENTENCE %s 10-%d".formatted(written.substring(10, end), end), shown(warnings));
  }

  private static String shown(List<ReadingWarning> warnings) {
    return warnings.stream()
        .map(
            warning ->
                "%s %s %d-%d"
                    .formatted(
                        warning.kind(),
                        warning.written(),
                        warning.source().start(),
                        warning.source().end()))
        .collect(Collectors.joining("; "));
  }
}
