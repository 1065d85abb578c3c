// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.imageio.ImageIO;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.Report;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeakerPageTest {
  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    Account.make(office, "tho-dien", "technician");
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_technician_adds_a_pole_by_its_code_puts_it_on_the_map_and_sees_it_go()
      throws IOException, ReaderException {
    try (Browser browser = logIn(Browser.desktop(office))) {
      browser.open("/speakers").press("Thêm cụm loa");
      browser.type("zones", "Thôn Một").press("Tạo mã nhận").awaitText("không dùng được");
      assertEquals("thôn một", browser.find("input[name=zones]").getAttribute("value"));
      browser.type("zones", "thon-mot xa").type("name", "thon-mot-1").press("Tạo mã nhận");
      browser.awaitText("./loa agent");
      assertEquals(List.of(), browser.barriers());
      browser.picture("speakers-ticket");
      String ticket = photographed(browser);
      assertTrue(browser.text().contains(ticket), ticket);

      try (FakeNode node = FakeNode.join(ClaimTicket.parse(ticket))) {
        browser.open("/speakers").awaitText("Trực tuyến");
        browser.open("/speakers/thon-mot-1").type("latitude", "95").press("Lưu nơi đặt");
        browser.awaitText("Chưa lưu");
        assertEquals("95", browser.find("input[name=latitude]").getAttribute("value"));
        browser.type("place", "Nhà văn hóa thôn Một").type("latitude", "20,971");
        browser.type("longitude", "105,778").press("Lưu nơi đặt").awaitText("Đã lưu nơi đặt");
        assertEquals(List.of(), browser.barriers());
        browser.picture("speakers-one");

        browser.open("/speakers").awaitText("Nhà văn hóa thôn Một");
        assertEquals(1, browser.all("svg.map circle.good").size());
        assertEquals(List.of(), browser.barriers());
        browser.picture("speakers");
        assertEquals("thon-mot-1", node.id().value());
      }

      browser.awaitText("Mất liên lạc"); // live, without loading the page again
      browser.open("/speakers/thon-mot-1").awaitText("Mất kết nối");
      assertTrue(browser.text().contains("Có kết nối"), browser.text());
      browser.press("Gỡ cụm loa này…").press("Gỡ cụm loa").awaitText("Đã gỡ cụm loa");
      browser.awaitText("Chưa có cụm loa nào");
      assertEquals( // the browser itself writes down that a form was answered with a fault
          List.of(), browser.complaints().stream().filter(line -> !line.contains("422")).toList());
    }
  }

  @Test
  void a_technician_turns_a_pole_down_sees_it_obey_and_has_it_look_itself_over() {
    Officer officer = office.officer();
    try (FakeNode node = FakeNode.join(officer.ticket("thon-tu-1", "thon-tu"));
        Browser browser = logIn(Browser.desktop(office))) {
      node.tell(Volume.CALIBRATED, new Machine(83.0, true));
      browser.open("/speakers/thon-tu-1").awaitText("Quá nóng").awaitText("Thiếu điện áp");
      browser.find("select[name=level] option[value='-3']").click();
      browser.run("document.querySelector('input[name=from]').value = '05:30'");
      browser.run("document.querySelector('input[name=until]').value = '06:30'");
      browser.press("Xem trước").awaitText("05:30 – 06:30: −10 dB, nghe chừng một nửa");
      assertEquals(List.of(), browser.barriers());
      browser.press("Gửi tới cụm loa").awaitText("cụm loa chưa xác nhận");
      IssuedOrder order = node.nextOrder();
      Volume volume = ((Order.SetGain) order.order()).volume();
      assertEquals(new Gain(-10), volume.at(LocalTime.of(6, 0)));
      assertEquals(new Gain(-3), volume.at(LocalTime.of(7, 0)));
      node.report(new Report.OrderObeyed(order.warrant().sequence(), volume));
      browser.awaitText("Cụm loa đã xác nhận lúc"); // live

      browser.press("Tự kiểm tra ngay").awaitText("Đang chờ trả lời");
      long test = node.nextOrder().warrant().sequence();
      node.report(
          new Report.SelfTested(
              test,
              List.of(
                  SelfCheck.measured(SelfCheck.SOUND, true, 9_600, 9_600L),
                  SelfCheck.measured(SelfCheck.RECORDINGS, false, 3, 4L),
                  SelfCheck.left(SelfCheck.UNDER_VOLTAGE, "no-sensor"))));
      browser.awaitText("nhận 9.600/9.600 khung im lặng").awaitText("có 3/4");
      assertEquals(List.of(), browser.barriers());
      browser.picture("speakers-care");

      browser.press("Trả lại mức trước đó…").press("Trả lại mức này").awaitText("chưa xác nhận");
      assertEquals(Order.SetGain.of(Volume.CALIBRATED), node.nextOrder().order());
      browser.open("/speakers").press("Tự kiểm tra cả địa bàn").awaitText("Đang chờ trả lời");
      assertEquals(new Order.SelfTest(), node.nextOrder().order());
      assertEquals(List.of(), browser.barriers());
      assertEquals(List.of(), browser.complaints());
    }
    officer.delete("/speakers/thon-tu-1");
  }

  @Test
  void who_is_ready_for_what_comes_is_told_live_here_and_on_the_first_page() {
    Officer officer = office.officer();
    String notice = officer.notice("Mời bà con tiêm chủng.");
    Instant start = Instant.now().plus(Duration.ofMinutes(40)).truncatedTo(ChronoUnit.SECONDS);
    String wall =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(start.atZone(TestOffice.VIETNAM));
    String sheet =
        "one-offs:\n  - {id: tiem, announcement: %s, zones: thon-ba, at: \"%s\"}\n"
            .formatted(notice, wall);
    try (FakeNode node = FakeNode.join(officer.ticket("thon-ba-1", "thon-ba")).hearPlans();
        Browser browser = logIn(Browser.desktop(office))) {
      assertEquals(200, officer.put("/programmes/tiem", "application/yaml", sheet).status());
      IssuedPlan plan = node.planOf(1);
      browser.open("/speakers").awaitText("0/1 cụm sẵn sàng");
      browser.awaitText("thon-ba-1: chưa xác nhận lịch");
      assertEquals(List.of(), browser.barriers());
      browser.picture("speakers-ready");

      node.hold(plan);
      browser.awaitText("1/1 cụm sẵn sàng");
      browser.open("/").awaitText("1/1 cụm sẵn sàng");
      assertEquals(List.of(), browser.barriers());
      browser.picture("today-ready");
    }
    officer.delete("/programmes/tiem");
    officer.delete("/speakers/thon-ba-1");
  }

  @Test
  void the_pages_fit_a_phone() {
    try (Browser browser = Browser.phone(office)) {
      browser.logIn("canbo", office.firstPassword().orElseThrow());
      for (String path : List.of("/speakers", "/speakers/new")) {
        browser.open(path);
        assertEquals(
            0L,
            browser.run("return document.documentElement.scrollWidth - window.innerWidth"),
            path);
        assertEquals(List.of(), browser.barriers(), path);
      }
      browser.open("/speakers").picture("speakers");
      browser.open("/speakers/khong-co").awaitText("SPEAKER_UNKNOWN");
      browser.open("/speakers/new").awaitText("chỉ được xem trang này"); // who is no technician
    }
  }

  /** Reads the square code as a phone's camera does. */
  private static String photographed(Browser browser) throws IOException, ReaderException {
    byte[] png = browser.find(".ticket svg").getScreenshotAs(OutputType.BYTES);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
        .getText();
  }

  private Browser logIn(Browser browser) {
    return browser.logIn("tho-dien", Account.PASSWORD);
  }
}
