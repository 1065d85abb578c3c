// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApprovalPageTest {
  @TempDir private Path data = Path.of("");

  @Test
  void an_officer_sends_a_notice_and_an_approver_says_yes_on_a_phone() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode node = FakeNode.join(office.officer().ticket("thon-mot-1", "thon-mot"));
        Browser desk = Browser.desktop(office);
        Browser phone = Browser.phone(office)) {
      Account.make(office, "lan", "officer");
      Account.make(office, "chu-tich", "approver");
      desk.logIn("lan", Account.PASSWORD);
      desk.open("/notices/new").type("title", "Họp thôn").type("body", "Mời họp thôn lúc 7h.");
      desk.press("Lưu bản tin").awaitText("Đã lưu bản tin");
      String notice = desk.path().replaceAll("\\?.*", "");
      desk.press("Đọc thành tiếng").awaitText("Đã đọc thành tiếng");

      desk.press("Phát…").find("input[name=zone]").click();
      desk.press("Xem trước khi phát").press("Phát ngay").awaitText("APPROVAL_NEEDED");
      desk.open(notice).press("Gửi duyệt").awaitText("Đã gửi duyệt");
      desk.awaitText("đang chờ người duyệt");

      phone.logIn("chu-tich", Account.PASSWORD);
      phone.press("Duyệt").awaitText("Họp thôn");
      phone.awaitText("Người soạn: lan").awaitText("Mời họp thôn lúc 7h.");
      phone.picture("approvals");
      assertEquals(List.of(), phone.barriers());
      phone.press("Trả lại…").type("reason", "Thiếu ngày họp.").press("Trả lại bản tin");
      phone.awaitText("Đã trả lại bản tin");

      // Whoever wrote it reads why, and sends it once more.
      desk.open(notice).awaitText("Thiếu ngày họp.");
      desk.press("Gửi duyệt").awaitText("Đã gửi duyệt");
      phone.open("/approvals").find("button[value=approve]").click();
      phone.awaitText("Đã duyệt bản tin");
      desk.open(notice).awaitText("chu-tich đã duyệt lúc");

      desk.open(notice + "/air").find("input[name=zone]").click();
      desk.press("Xem trước khi phát").press("Phát ngay").awaitText("Đã gửi lệnh phát");
      node.play(node.nextOrder());
      desk.awaitText("1/1 cụm đã phát hết");
      assertEquals(List.of(), phone.complaints());
    }
  }
}
