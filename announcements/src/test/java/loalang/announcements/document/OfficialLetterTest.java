// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A letter as such letters come: flattened, with leftovers of mark-up, pages and pictures. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfficialLetterTest {
  private static final Path LETTER = Path.of("src/test/resources/letters/cong-van-kem-bai.txt");

  private final Script script;

  OfficialLetterTest() throws IOException {
    Document letter = DocumentImport.standard().read("a.txt", Files.readAllBytes(LETTER));
    script = VietnameseNormaliser.standard().read(letter.spokenText());
  }

  @Test
  void only_the_attached_piece_is_said() {
    assertEquals(
        List.of(
            "bài tuyên truyền.",
            "về tiện ích của ứng dụng vê nờ i đi.",
            "tài khoản định danh, là tên đăng nhập, chính là số căn cước công dân, và mật khẩu.",
            "mức độ một, khai báo y tế, đăng ký thường trú.",
            "mức độ hai, thay thẻ căn cước công dân, bảo hiểm y tế, nộp phí năm nghìn đồng một"
                + " người tại dịch vụ công chấm gov chấm vn.",
            "mã số thuế.",
            "giấy phép lái xe.",
            "bước một, tải ứng dụng, quét mã quy rờ trong vòng bảy ngày kể từ ngày mười lăm tháng"
                + " mười một năm hai nghìn không trăm hai mươi lăm.",
            "bước hai, đến công an xã từ bảy giờ ba mươi đến mười một giờ, thứ hai đến thứ sáu, gọi"
                + " không hai không ba, ba tám hai năm, một một ba, nếu vướng mắc."),
        script.sentences().stream().map(ScriptSentence::spoken).toList());
  }

  @Test
  void no_digit_or_sign_is_left_to_the_voice() {
    for (ScriptSentence sentence : script.sentences()) {
      assertTrue(
          sentence.spoken().codePoints().allMatch(OfficialLetterTest::isSpeakable),
          sentence.spoken());
    }
  }

  @Test
  void the_one_slip_of_the_pen_is_shown() {
    assertEquals(
        List.of("SUSPICIOUS_SPELLING VNNeID"),
        script.warnings().stream().map(OfficialLetterTest::shown).toList());
  }

  private static boolean isSpeakable(int point) {
    return Character.isLetter(point) || " ,.".indexOf(point) >= 0;
  }

  private static String shown(ReadingWarning warning) {
    return warning.kind() + " " + warning.written();
  }
}
