// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import loalang.controller.OfficeTools;
import loalang.controller.kit.BellProduction;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.SpeechQueue;
import loalang.protocol.AiringId;
import loalang.protocol.report.Report;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogPageTest {
  private static final String FETCH =
      "return fetch(arguments[0]).then(r => r.arrayBuffer()).then(b =>"
          + " btoa(Array.from(new Uint8Array(b), c => String.fromCharCode(c)).join('')))";

  private static final String HEARD_AND_STATE =
      "const row = [...document.querySelectorAll('#levels ~ table tbody tr')].find("
          + "r => r.querySelector('th').innerText.trim() == arguments[0]);"
          + "return [5, 6].map(i =>"
          + " row.cells[i].innerText.replace(/\\s+/g, ' ').trim()).join(' | ')";

  private Path data = Path.of("");
  private String password = "";
  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path directory) {
    data = directory;
    office = TestOffice.open(data);
    password = office.firstPassword().orElseThrow();
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void an_officer_finds_an_airing_its_proof_and_who_was_silent_and_keeps_it_as_a_file()
      throws IOException {
    Officer officer = office.officer();
    String airing;
    try (FakeNode node = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"));
        FakeNode deafened = FakeNode.join(officer.ticket("thon-mot-3", "thon-mot"));
        Browser browser = logIn(Browser.desktop(office))) {
      browser.open("/log").awaitText("chưa có lượt phát nào");
      browser.picture("log-empty");
      try (FakeNode cut = FakeNode.join(officer.ticket("thon-mot-2", "thon-mot"))) {
        browser.open("/speakers/" + cut.id()).awaitText("Trực tuyến");
      } // its power is cut
      browser.open("/speakers/thon-mot-2").awaitText("Mất kết nối");
      airing = officer.airNow(officer.notice("Mời bà con tiêm chủng."), "thon-mot");
      node.play(node.nextOrder());
      officer.await(airing, "thon-mot-1", "played");
      deafened.play(deafened.nextOrder());
      officer.await(airing, "thon-mot-3", "played");
      AiringId id = new AiringId(airing);
      tell(node, new Report.Heard(id, new Report.Heard.Match(43, 1_740), -21, -48, true));
      tell(deafened, new Report.Heard(id, null, -47, -48, false)); // its horn was stolen

      browser.open("/log").type("words", "tiem chung").press("Xem");
      browser.awaitText("1 lượt phát");
      assertTrue(browser.text().contains("Loa đã phát đủ 2 trong 3"), browser.text());
      assertEquals(List.of(), browser.barriers());
      browser.picture("log");
      assertKept(browser, browser.path().replace("/log?", "?"));

      browser.press("Mời bà con tiêm chủng.").awaitText("Chuỗi báo cáo liền mạch");
      assertEquals("/log/" + airing, browser.path());
      String proof = browser.text();
      assertTrue(proof.contains("72.000/72.000 khung"), proof);
      assertTrue(proof.contains("10 báo cáo có chữ ký"), proof);
      assertTrue(proof.contains("Nghe thấy nhạc hiệu\ngiống nhạc hiệu 43 %"), proof);
      assertTrue(proof.contains("to hơn tiếng nền 27 dB"), proof);
      assertTrue(proof.contains("Loa bị hú"), proof);
      assertEquals(
          "Không nghe thấy nhạc hiệu to hơn tiếng nền 1 dB | Đã phát",
          browser.run(HEARD_AND_STATE, "thon-mot-3"));
      assertEquals(List.of(), browser.barriers());
      browser.picture("log-airing");

      browser.open("/log?state=partial").awaitText("khớp với bộ lọc");
      browser.open("/log?from=hom-qua").awaitText("Ngày viết sai");
      browser.open("/log/month").awaitText("thon-mot-1");
      assertTrue(browser.text().contains("1/2"), browser.text());
      assertEquals(List.of(), browser.barriers());
      browser.picture("log-month");
      assertTrue(
          csv(browser, "/log/month/table.csv").contains("\"thon-mot-1\",\"\",\"\",\"\",1,1,0"));
      assertTrue(csv(browser, "/log/month/table.csv").contains(",1,0\r\n\"Xã Hà Đông\",\"Cộng"));
      browser.open("/log/month?of=2019-01").awaitText("Tháng này chưa có");
      assertEquals(List.of(), browser.complaints());
    }
    assertSilenceIsTold(airing);
  }

  private static void tell(FakeNode node, Report.Heard heard) {
    node.report(heard);
    node.awaitAcknowledged(5);
  }

  private void assertSilenceIsTold(String airing) {
    String start = office.officer().get("/airings/" + airing).json().getString("startAt");
    LocalDate aired = Instant.parse(start).atZone(TestOffice.VIETNAM).toLocalDate();
    office.close();
    office = TestOffice.open(TestOffice.config(data), afterTheDeadline());
    try (Browser browser = logIn(Browser.desktop(office))) {
      browser.open("/log?state=missing").awaitText("Mời bà con tiêm chủng.");
      browser.awaitText("không hồi âm từ khi gửi lệnh");
      browser.open("/log/" + airing).awaitText("mất kết nối từ");
      assertEquals(List.of(), browser.barriers());
      browser.picture("log-missing");
      browser.open("/").awaitText("2/3 cụm đã phát hết");
      browser.open("/schedule?view=day&day=" + aired).awaitText("2/3 cụm đã phát hết");
      browser.picture("schedule-past");
      assertEquals(List.of(), browser.barriers());
      browser.press("Bằng chứng").awaitText("Chuỗi báo cáo liền mạch");
      assertEquals("/log/" + airing, browser.path());
      assertEquals(List.of(), browser.complaints());
    }
  }

  private static OfficeTools afterTheDeadline() {
    return new OfficeTools(
        new BellProduction(),
        DiskShelf::new,
        SpeechQueue.USUAL,
        ReadingQueue.USUAL,
        InstantSource.offset(InstantSource.system(), Duration.ofMinutes(10)));
  }

  @Test
  void the_log_fits_a_phone() {
    try (Browser browser = logIn(Browser.phone(office))) {
      for (String path : List.of("/log", "/log/month")) {
        browser.open(path);
        assertEquals(
            0L,
            browser.run("return document.documentElement.scrollWidth - window.innerWidth"),
            path);
        assertEquals(List.of(), browser.barriers(), path);
      }
      browser.open("/log").picture("log");
      browser.open("/log/table.doc").awaitText("TABLE_KIND_UNKNOWN");
      browser.open("/log/khong-co").awaitText("AIRING_UNKNOWN");
    }
  }

  private static void assertKept(Browser browser, String query) throws IOException {
    String csv = csv(browser, "/log/table.csv" + query);
    assertEquals(4, csv.split("\r\n", -1).length - 1, csv);
    assertTrue(csv.contains("\"Mời bà con tiêm chủng.\",\"thon-mot\",\"thông thường\""), csv);
    assertTrue(csv.contains(",1.5,1.5,\"Không nghe thấy nhạc hiệu\",\"Đã phát\""), csv);
    byte[] xlsx = fetch(browser, "/log/table.xlsx" + query);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertEquals(8, book.getSheetAt(0).getLastRowNum() + 1);
    }
    try (PDDocument pdf = Loader.loadPDF(fetch(browser, "/log/table.pdf" + query))) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("Nhật ký phát – Xã Hà Đông"), text);
      assertTrue(text.contains("thon-mot-2"), text);
    }
  }

  private static String csv(Browser browser, String path) {
    return new String(fetch(browser, path), StandardCharsets.UTF_8);
  }

  private static byte[] fetch(Browser browser, String path) {
    return Base64.getDecoder().decode(Objects.requireNonNull(browser.run(FETCH, path)).toString());
  }

  private Browser logIn(Browser browser) {
    return browser.logIn("canbo", password);
  }
}
