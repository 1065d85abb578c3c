// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmergencyPageTest {
  private TestOffice office;
  private FakeNode node;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    node = FakeNode.join(office.officer().ticket("thon-mot-1", "thon-mot"));
    Account.make(office, "lan", "officer");
    Account.make(office, "chu-tich", "approver");
    Account.make(office, "khach", "viewer");
    Account.make(office, "truong-thon", "hamlet-head@thon-hai");
  }

  @AfterAll
  void close() {
    node.close();
    office.close();
  }

  @Test
  void one_asks_another_hears_on_a_phone_and_lets_it_out_and_both_see_every_loudspeaker() {
    try (Browser desk = Browser.desktop(office);
        Browser phone = Browser.phone(office)) {
      desk.logIn("lan", Account.PASSWORD);
      phone.logIn("chu-tich", Account.PASSWORD).awaitText("Không có việc nào đang chờ");

      // It is written from a ready text, and heard before anybody is asked.
      desk.press("Khẩn cấp").press("Cháy");
      assertTrue(desk.find("textarea").getText().startsWith("Thông báo khẩn cấp về cháy"));
      desk.type("body", "Cháy ở chợ. Bà con tránh xa.");
      desk.press("Đọc thành tiếng để nghe thử").awaitText("AIRING_WITHOUT_ZONE");
      assertEquals("Cháy ở chợ. Bà con tránh xa.", desk.find("textarea").getAttribute("value"));
      assertSound(desk, "emergency");
      desk.find("input[name=everywhere]").click();
      desk.press("Đọc thành tiếng để nghe thử").awaitText("Nghe trước khi phát");
      assertTrue(desk.find("input[name=zone]").isSelected());
      assertSound(desk, "emergency-hear");

      // Whoever asks cannot let it out; the page waits for the other one.
      desk.press("Đề nghị phát khẩn").awaitText("người khác phải cho phát");
      assertEquals(List.of(), desk.all("button[value=release]"));
      assertSound(desk, "emergency-asked");

      // The phone learns of it by itself.
      phone.awaitText("Chờ người thứ hai cho phát");
      phone.press("Chờ người thứ hai cho phát").awaitText("lan đề nghị lúc");
      assertSound(phone, "emergency-release");
      phone.press("Cho phát ngay").awaitText("Đã cho phát");

      node.play(node.nextOrder());

      phone.awaitText("1/1 cụm đã báo xong");
      desk.awaitText("Tất cả các cụm đã phát hết");
      assertTrue(desk.text().contains("chu-tich cho phát lúc"), desk.text());
      for (Browser both : List.of(desk, phone)) {
        both.awaitText("Đã nhận lệnh: 1/1 cụm");
        both.awaitText("Đã bắt đầu phát: 1/1 cụm");
        both.awaitText("Đã phát hết: 1/1 cụm");
      }
      assertSound(desk, "emergency-told");
      assertSound(phone, "emergency-told");
    }
  }

  @Test
  void who_may_not_ask_reads_why_and_what_is_taken_back_cannot_be_let_out() {
    String notice =
        office.officer().notice("---\npriority: emergency\n---\nNước lên nhanh. Lên chỗ cao.");
    Clerk viewer = new Clerk(office).logIn("khach", Account.PASSWORD);
    String page = viewer.get("/emergency").text();
    assertTrue(page.contains("NOT_ALLOWED"), page);
    assertFalse(page.contains("<textarea"), page);

    Clerk head = new Clerk(office).logIn("truong-thon", Account.PASSWORD);
    Clerk.Page foreign = head.post("/emergency/notices/" + notice, Map.of("zone", "thon-mot"));
    assertEquals(403, foreign.status());
    assertTrue(foreign.text().contains("NOT_ALLOWED"));

    Clerk author = new Clerk(office).logIn("lan", Account.PASSWORD);
    Clerk approver = new Clerk(office).logIn("chu-tich", Account.PASSWORD);
    assertTrue(author.get("/emergency").text().contains("/emergency/notices/" + notice));
    Clerk.Page asked = author.post("/emergency/notices/" + notice, Map.of("zone", "thon-mot"));
    String airing = asked.location().replaceAll("\\?.*", "");
    assertTrue(approver.get("/approvals").text().contains(airing));
    assertEquals(403, author.post(airing, Map.of("act", "release")).status());

    assertEquals(303, author.post(airing, Map.of("act", "withdraw")).status());

    assertTrue(approver.get(airing).text().contains("Đã rút lại"));
    assertEquals(404, approver.post(airing, Map.of("act", "release")).status());
    assertFalse(approver.get("/approvals").text().contains(airing));
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
}
