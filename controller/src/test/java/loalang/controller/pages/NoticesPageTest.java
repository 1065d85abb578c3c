// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loalang.controller.OfficeTools;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Letters;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who never saw the console, with a real voice. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesPageTest {
  private Path letters;
  private TestOffice office;
  private Officer officer;
  private Browser desk;
  private Browser phone;

  @BeforeAll
  void open(@TempDir Path data, @TempDir Path letters) {
    this.letters = letters;
    office = TestOffice.open(TestOffice.config(data), OfficeTools.standard());
    officer = office.officer();
    officer.airWithoutApproval();
    desk = logIn(Browser.desktop(office));
    phone = logIn(Browser.phone(office));
  }

  @AfterAll
  void close() {
    phone.close();
    desk.close();
    office.close();
  }

  @Test
  void a_letter_is_uploaded_mended_heard_and_aired() throws IOException {
    try (FakeNode node = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"))) {
      // A letter is uploaded; what is not for the loudspeaker is left out already.
      Path letter =
          Files.write(
              letters.resolve("cong-van.docx"),
              Letters.docx(
                  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                  "Độc lập - Tự do - Hạnh phúc",
                  "Số: 12/TB-UBND",
                  "THÔNG BÁO",
                  "UBND xã mời bà con thôn Một họp lúc 7h30 ngày 05/9 tại NSHX.",
                  "Nơi nhận:",
                  "- Lưu: VT."));
      desk.press("Bản tin").awaitText("Chưa có bản tin nào");
      desk.press("Tải công văn lên");
      desk.find("input[type=file]").sendKeys(letter.toString());
      desk.press("Tải lên và xem").awaitText("quốc hiệu, tiêu ngữ");
      assertFalse(desk.find("input[name=line][value='0']").isSelected());
      assertSound(desk, "notices-letter");
      desk.press("Tạo bản tin").awaitText("Đã tạo bản tin từ công văn");

      // One word is mended into the dictionary.
      desk.awaitText("bảy giờ ba mươi");
      desk.press("NSHX").awaitText("Cách đọc của “NSHX”");
      desk.type("spoken", "Nhà 3");
      desk.press("Lưu cách đọc").awaitText("Cách đọc phải viết bằng chữ thường");
      assertSound(desk, "notices-mend");
      assertEquals("Nhà 3", desk.find("input[name=spoken]").getAttribute("value"));
      desk.type("spoken", "nhà sinh hoạt xóm");
      desk.find("input[value=dictionary]").click();
      desk.press("Lưu cách đọc").awaitText("Đã ghi vào từ điển của xã");
      assertTrue(desk.find(".reading").getText().contains("nhà sinh hoạt xóm"));

      // It is spoken and heard, and the words move.
      desk.press("Đọc thành tiếng").awaitText("Đã đọc thành tiếng");
      desk.run("document.querySelector('audio').play()");
      desk.await(
          () -> desk.run("return document.querySelector('audio').duration"),
          length -> length instanceof Number seconds && seconds.doubleValue() > 2);
      desk.run("document.querySelector('audio').currentTime = 2");
      String first = desk.await(() -> desk.find(".piece.now").getText(), word -> !word.isEmpty());
      desk.await(() -> desk.find(".piece.now").getText(), word -> !word.equals(first));
      Object cues = desk.run("return document.querySelector('audio').textTracks[0].cues.length");
      assertTrue(((Number) java.util.Objects.requireNonNull(cues)).intValue() > 0);
      desk.run("document.querySelector('audio').pause()");
      assertSound(desk, "notices-page");

      // It is sent to air and seen on the first page.
      desk.press("Phát…").awaitText("Phát ở đâu");
      desk.press("Xem trước khi phát").awaitText("No zone was chosen");
      desk.find("input[name=zone]").click();
      desk.press("Xem trước khi phát").awaitText("Không trùng với bản tin nào");
      assertSound(desk, "notices-air");
      desk.press("Phát ngay").awaitText("Đã gửi lệnh phát");
      node.play(node.nextOrder());
      desk.awaitText("1/1 cụm đã phát hết");
      desk.press("Bản tin").awaitText("đã phát");
      desk.find(".notices a").click();
      desk.awaitText("1/1 cụm đã phát hết");
    }
  }

  @Test
  void a_typed_notice_is_changed_and_its_earlier_text_stays() {
    phone.open("/notices/new");
    phone.type("body", "- Họp thôn lúc 7h.\n- Mang theo * giấy tờ # 2.");
    phone.type("title", "Họp \"thôn\": Ba");
    assertSound(phone, "notices-new");
    phone.press("Lưu bản tin").awaitText("Đã lưu bản tin");
    String notice = phone.path().replaceAll("\\?.*", "");
    assertSound(phone, "notices-draft");

    phone.press("Sửa nội dung");
    assertEquals(
        "- Họp thôn lúc 7h.\n- Mang theo * giấy tờ # 2.",
        phone.find("textarea").getAttribute("value"));
    phone.type("body", "- Họp thôn lúc 8h.\n- Mang theo * giấy tờ # 2.");
    phone.press("Lưu nội dung").awaitText("Đã sửa nội dung");

    phone.open(notice + "/texts/2").awaitText("thêm vào");
    assertEquals("8h.", phone.find(".changes ins").getText().strip());
    assertEquals("7h.", phone.find(".changes del").getText().strip());
    assertSound(phone, "notices-text");
    phone.open("/notices?words=hop+thon+ba").awaitText("Họp \"thôn\": Ba");
    assertSound(phone, "notices-list");
  }

  @Test
  void junk_is_refused_with_the_next_step() throws IOException {
    Path junk = Files.write(letters.resolve("anh.jpg"), new byte[] {1, 2, 3});
    desk.open("/notices/new#letter");
    desk.find("input[type=file]").sendKeys(junk.toString());
    desk.press("Tải lên và xem").awaitText("Không đọc được loại tài liệu này");
    desk.awaitText("Lưu tệp thành .docx, .odt, .pdf hoặc .txt rồi gửi lại");
    assertTrue(desk.text().contains("DOCUMENT_TYPE_UNKNOWN"));
    assertEquals(List.of(), desk.barriers());
    desk.type("body", "...");
    desk.press("Lưu bản tin");
    assertSound(desk, "notices-refused");
  }

  @Test
  void without_scripts_a_word_is_mended_all_the_same() {
    String id = officer.notice("Họp tại NVH thôn.");
    try (Browser plain = logIn(Browser.withoutScripts(office))) {
      plain.open("/notices/" + id);
      plain.type("word", "thôn");
      plain.press("Mở").awaitText("Cách đọc của “thôn”");
      plain.type("spoken", "thôn ta");
      plain.press("Lưu cách đọc").awaitText("Đã sửa cách đọc trong bản tin này");
      plain.awaitText("Bản ghi còn đọc theo lời cũ");
    }
  }

  /** No complaint, no barrier, nothing wider than the screen; and how it looks. */
  private static void assertSound(Browser browser, String picture) {
    browser.picture(picture);
    assertEquals(List.of(), browser.barriers());
    assertEquals(
        true, browser.run("return document.documentElement.scrollWidth <= window.innerWidth"));
    assertEquals(
        List.of(),
        browser.complaints().stream().filter(line -> !line.contains("status of 4")).toList());
  }

  private Browser logIn(Browser browser) {
    return browser.logIn("canbo", office.firstPassword().orElseThrow());
  }
}
