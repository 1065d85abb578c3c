// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.TestOffice;
import loalang.protocol.order.Order;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SilencePageTest {
  @TempDir private Path data = Path.of("");

  @Test
  void an_officer_silences_every_loudspeaker_from_a_phone_and_a_viewer_does_not() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode node = FakeNode.join(office.officer().ticket("thon-mot-1", "thon-mot"));
        Browser browser = Browser.phone(office)) {
      browser.logIn("canbo", office.firstPassword().orElseThrow());
      browser.press("Tắt tất cả loa").awaitText("Trong bao lâu?");
      assertEquals(List.of(), browser.barriers());
      browser.picture("silence");

      browser.press("Tắt tất cả loa ngay").awaitText("Đã ra lệnh im lặng");

      assertTrue(node.nextOrder().order() instanceof Order.Silence);
      browser.awaitText("Đang im lặng");
      browser.press("Cho phát trở lại").awaitText("Đã bỏ lệnh im lặng");
      assertTrue(node.nextOrder().order() instanceof Order.Silence);
      assertEquals(List.of(), browser.complaints());

      Account.make(office, "khach", "viewer");
      browser.press("Thoát").logIn("khach", Account.PASSWORD);
      browser.open("/silence").awaitText("chỉ được xem trang này");
      Clerk viewer = new Clerk(office).logIn("khach", Account.PASSWORD);
      assertEquals(403, viewer.post("/silence", Map.of("span", "HOUR")).status());
    }
  }
}
