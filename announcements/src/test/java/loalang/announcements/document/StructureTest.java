// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import loalang.announcements.document.Block.Kind;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.Script;
import loalang.announcements.script.SourceSpan;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StructureTest {
  private static final String HEADER =
      """
      ỦY BAN NHÂN DÂN
      XÃ TÂN LẬP
      Số: 12/TB-UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Tân Lập, ngày 03 tháng 01 năm 2025
      """;
  private static final String CLOSING =
      """
      Nơi nhận:
      - Đài truyền thanh xã;
      - Lưu: VT.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      (Đã ký)
      Nguyễn Văn An
      """;

  @Test
  void a_notice_is_said_without_its_heading_and_signature() {
    Document notice =
        Document.of(HEADER + "THÔNG BÁO\nVề lịch tiêm chủng\nBà con chú ý.\n" + CLOSING);

    assertEquals("THÔNG BÁO Về lịch tiêm chủng Bà con chú ý.", said(notice));
    assertEquals(
        "SENDER SENDER PAPER_NUMBER NATIONAL_HEADING NATIONAL_HEADING PLACE_AND_DATE HEADING"
            + " PARAGRAPH PARAGRAPH RECIPIENTS RECIPIENTS RECIPIENTS SIGNATURE SIGNATURE SIGNATURE"
            + " SIGNATURE",
        notice.outline());
  }

  @Test
  void of_a_letter_with_an_attachment_only_the_attachment_is_said() {
    Document letter =
        Document.of(
            HEADER
                + "Kính gửi:\n- Các thôn;\n- Các trường.\nĐề nghị phát bài sau.\n"
                + "(Có bài tuyên truyền kèm theo)\n"
                + CLOSING
                + "BÀI TUYÊN TRUYỀN\nPhòng chống cháy rừng\nBà con không đốt rác.");

    assertEquals("BÀI TUYÊN TRUYỀN Phòng chống cháy rừng Bà con không đốt rác.", said(letter));
    assertTrue(letter.blocks().stream().anyMatch(b -> b.kind() == Kind.COVER_LETTER));
  }

  @Test
  void a_letter_without_an_attachment_is_said_itself() {
    Document letter = Document.of(HEADER + "Kính gửi: Các thôn\nĐề nghị vệ sinh.\n" + CLOSING);

    assertEquals("Đề nghị vệ sinh.", said(letter));
  }

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Câu 5: Hồ sơ gồm những gì?       ; QUESTION
          Hỏi: Nộp ở đâu?                  ; QUESTION
          Trả lời: Tại xã.                 ; ANSWER
          Bước 1: Tải ứng dụng             ; STEP
          - Trẻ em                         ; LIST_ITEM
          a) Trẻ em                        ; LIST_ITEM
          2. Trẻ em                        ; LIST_ITEM
          II. TỔ CHỨC                      ; HEADING
          LỊCH CẮT ĐIỆN                    ; HEADING
          Thôn 1 | 7h30                    ; TABLE_ROW
          Bà con chú ý.                    ; PARAGRAPH
          Trang 2/5                        ; PAGE_FURNITURE
          - 3 -                            ; PAGE_FURNITURE
          [Hình ảnh minh họa]              ; PAGE_FURNITURE
          ![](media/image1.png)            ; PAGE_FURNITURE
          CÔNG AN XÃ CẢNH BÁO LỪA ĐẢO      ; HEADING
          """)
  void a_line_is_recognised(String line, Kind kind) {
    assertEquals(kind, Document.of(line).blocks().get(0).kind());
  }

  @Test
  void a_running_head_is_left_out_but_a_repeated_answer_is_not() {
    String page = "Tài liệu hỏi đáp xã Tân Lập\nTrả lời: Có.\nĐúng.\n";

    assertEquals(
        "Trả lời: Có. Đúng. Trả lời: Có. Đúng. Trả lời: Có. Đúng.",
        said(Document.of(page.repeat(3))));
  }

  @Test
  void what_is_left_out_can_be_put_back() {
    Document notice = Document.of(HEADER + "Bà con chú ý.");

    Document whole = notice.withSpoken(2, true);

    assertFalse(said(notice).contains("Số: 12"));
    assertEquals("Số: 12/TB-UBND Bà con chú ý.", said(whole));
  }

  @Test
  void a_place_in_the_script_is_the_same_place_in_the_document() {
    Document notice = Document.of(HEADER + "Họp lúc 7h30 tại UBND.\n" + CLOSING);

    Script script = VietnameseNormaliser.standard().read(notice.spokenText());

    assertEquals(
        "họp lúc bảy giờ ba mươi tại ủy ban nhân dân.", script.sentences().get(0).spoken());
    SourceSpan hour = script.sentences().get(0).words().get(2).source();
    assertEquals("7h", notice.text().substring(hour.start(), hour.end()));
  }

  @Test
  void a_letter_in_a_table_is_recognised_too() {
    Document letter =
        Document.of(
            "UBND XÃ TÂN LẬP Số: 3/TB-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                + "Bà con chú ý.\nNơi nhận: - Như trên; | TM. ỦY BAN NHÂN DÂN");

    assertEquals("Bà con chú ý.", said(letter));
  }

  private static String said(Document document) {
    return document.spokenText().replaceAll("\\s+", " ").strip();
  }
}
