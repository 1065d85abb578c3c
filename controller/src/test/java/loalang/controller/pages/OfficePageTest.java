// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import loalang.controller.audit.Deed;
import loalang.controller.console.frame.Texts;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.Codes;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import loalang.protocol.envelope.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficePageTest {
  private TestOffice office;
  private FakeNode node;
  private Browser desk;
  private Browser phone;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    node = FakeNode.join(office.officer().ticket("thon-mot-1", "thon-mot"));
    desk = Browser.desktop(office).logIn("canbo", office.firstPassword().orElseThrow());
    phone = Browser.phone(office);
  }

  @AfterAll
  void close() {
    phone.close();
    desk.close();
    node.close();
    office.close();
  }

  @Test
  void an_admin_lets_somebody_in_who_chooses_a_password_and_sets_a_second_factor_up() {
    // A name that cannot be one is refused beside the form, with what was ticked.
    desk.open("/office").press("Tài khoản").type("account", "Lan Nguyễn");
    desk.find("input[value=hamlet-head]").click();
    desk.press("Tạo tài khoản").awaitText("ACCOUNT_NAME_INVALID");
    assertTrue(desk.find("input[value=hamlet-head]").isSelected());
    desk.all("summary").get(2).click();
    desk.find("input[name=in-hamlet-head]").click();
    assertSound(desk, "office-accounts");
    desk.type("account", "nguyen.lan").press("Tạo tài khoản").awaitText("chỉ hiện một lần");
    String password = desk.find("code.secret").getText();
    assertSound(desk, "office-handed");

    phone.logIn("nguyen.lan", password).awaitText("Đổi mật khẩu");
    phone.type("current", password).type("chosen", Account.PASSWORD).press("Đổi mật khẩu");
    phone.awaitText("Hôm nay").press("nguyen.lan").awaitText("Trưởng thôn");
    assertTrue(phone.text().contains("thon-mot"));

    phone.press("Cài mã xác thực").awaitText("quét hình này");
    assertSound(phone, "own-factor");
    String secret = phone.find("code.long").getText();
    phone.type("code", "000000").press("Bật mã xác thực").awaitText("TOTP_WRONG");
    assertEquals(secret, phone.find("code.long").getText());
    phone.type("code", Codes.now(secret)).press("Bật mã xác thực").awaitText("Mã dự phòng");
    assertEquals(8, phone.all("ol code").size());
    phone.press("Đã chép xong").awaitText("Đang bật");
    assertSound(phone, "own-page");

    // What she may not do is told, not hidden.
    phone.open("/office").awaitText("Chỉ người có vai trò quản trị");
    phone.open("/office/accounts").awaitText("nhờ quản trị cấp thêm vai trò");
    assertTrue(phone.text().contains("NOT_ALLOWED"), phone.text());
    assertSound(phone, "fault");

    // Logged out everywhere, her page is gone at once.
    desk.open("/office/accounts/nguyen.lan").press("Thoát mọi nơi…").press("Thoát mọi nơi");
    desk.awaitText("Đã thoát mọi nơi");
    assertSound(desk, "office-account");
    phone.open("/me").awaitText("Đăng nhập");
    desk.press("Khóa tài khoản…").press("Khóa tài khoản").awaitText("Đã khóa tài khoản");
    phone.type("account", "nguyen.lan").type("password", Account.PASSWORD).press("Đăng nhập");
    phone.awaitText("Sai tài khoản hoặc mật khẩu");
  }

  @Test
  void a_word_is_kept_taken_out_and_its_changes_stay_to_be_seen() {
    desk.open("/office/dictionary").type("written", "NSHX").type("spoken", "Nhà 3");
    desk.press("Lưu mục từ").awaitText("DICTIONARY_LINE_INVALID");
    assertEquals("Nhà 3", desk.find("input[name=spoken]").getAttribute("value"));
    desk.type("spoken", "nhà sinh hoạt xóm").press("Lưu mục từ").awaitText("Đã lưu mục từ");
    assertSound(desk, "office-dictionary");
    desk.press("Xóa…").press("Xóa mục từ").awaitText("Đã xóa mục từ");
    assertEquals("NSHX", desk.find("del").getText());

    Clerk clerk = new Clerk(office).logIn("canbo", office.firstPassword().orElseThrow());
    String table = "UBX\tủy ban xã\t\t\nTTVH\ttrung tâm văn hóa\t\t\n";
    Clerk.Page kept = clerk.post("/office/dictionary/table", Map.of("table", table));
    assertEquals(303, kept.status(), kept.text());
    String found = clerk.get("/office/dictionary?words=v%C4%83n+h%C3%B3a").text();
    assertTrue(found.contains("TTVH") && !found.contains("<th scope=\"row\">UBX"), found);
  }

  @Test
  void the_station_its_rules_and_its_keys_are_changed_and_the_log_holds_all_of_it() {
    desk.open("/office/station").type("opening", "Đài truyền thanh xã Hà Đông.");
    desk.find("select[name=dialect] option[value=south]").click();
    desk.press("Lưu cài đặt").awaitText("Đã lưu cài đặt đài");
    assertSound(desk, "office-station");
    assertEquals(
        "Đài truyền thanh xã Hà Đông.", desk.find("textarea[name=opening]").getAttribute("value"));
    desk.find("input[name=approval]").click();
    desk.press("Lưu quy định").awaitText("Đã lưu quy định");
    assertFalse(desk.find("input[name=approval]").isSelected());

    desk.open("/office/keys").press("Thay khóa…").press("Tạo khóa mới").awaitText("Đang thay khóa");
    assertSound(desk, "office-keys");
    desk.press("Nhận khóa…").type("text", "không phải khóa").press("Xem nội dung");
    desk.awaitText("KEY_STATEMENT_REFUSED");
    desk.type("text", SigningKey.generate().verifyKey().x());
    desk.find("select[name=level] option[value=province]").click();
    desk.press("Xem nội dung").awaitText("Khóa công khai của tỉnh");
    assertSound(desk, "office-handed-key");
    desk.press("Đã so đúng, nhận").awaitText("nhận bằng tay");
    phone.open("/login").logIn("canbo", office.firstPassword().orElseThrow());
    assertSound(phone.open("/office"), "office-page");

    phone.open("/office/audit").press("Kiểm tra").awaitText("Nguyên vẹn");
    assertTrue(phone.text().contains("thay khóa"), phone.text());
    assertSound(phone, "office-audit");
    phone.open("/office").press("Kiểm tra máy").awaitText("Máy làm việc được");
    phone.press("Kiểm tra lại").awaitText("Đã kiểm tra lại");
    assertTrue(phone.text().contains("Đã đến lúc sao lưu"), phone.text());
    assertSound(phone, "office-checkup");
    assertSound(desk.open("/office/checkup"), "office-checkup");
    phone.open("/me/calendars").press("Tạo địa chỉ").awaitText("chỉ hiện một lần");
    assertSound(phone, "own-calendar");
    assertSound(phone.press("Đã chép xong").awaitText("chưa ứng dụng nào đọc"), "own-calendars");
    desk.open("/office/audit?who=canbo&object=commune").awaitText("thay khóa");
    assertFalse(desk.text().contains("đổi quy định"));
    assertSound(desk, "office-audit");
  }

  @Test
  void every_deed_of_the_log_has_its_words() {
    Texts texts = Texts.vietnamese(TestOffice.VIETNAM);
    for (Deed deed : Deed.values()) {
      assertTrue(texts.knows("deed." + deed.word()), deed.word());
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
}
