// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
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

  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void an_officer_finds_an_airing_sees_its_proof_and_keeps_it_as_a_file() throws IOException {
    Officer officer = office.officer();
    try (FakeNode node = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"));
        FakeNode silent = FakeNode.join(officer.ticket("thon-mot-2", "thon-mot"));
        Browser browser = logIn(Browser.desktop(office))) {
      browser.open("/log").awaitText("chưa có lượt phát nào");
      browser.picture("log-empty");
      String airing = officer.airNow(officer.notice("Mời bà con tiêm chủng."), "thon-mot");
      node.play(node.nextOrder());
      silent.nextOrder();
      officer.await(airing, "thon-mot-1", "played");

      browser.open("/log").type("words", "tiem chung").press("Xem");
      browser.awaitText("1 lượt phát");
      assertTrue(browser.text().contains("Loa đã phát đủ 1 trong 2"), browser.text());
      assertEquals(List.of(), browser.barriers());
      browser.picture("log");
      assertKept(browser, browser.path().replace("/log?", "?"));

      browser.press("Mời bà con tiêm chủng.").awaitText("Chuỗi báo cáo liền mạch");
      assertEquals("/log/" + airing, browser.path());
      String proof = browser.text();
      assertTrue(proof.contains("72.000/72.000 khung"), proof);
      assertTrue(proof.contains("4 báo cáo có chữ ký"), proof);
      assertEquals(List.of(), browser.barriers());
      browser.picture("log-airing");

      browser.open("/log?state=partial").awaitText("khớp với bộ lọc");
      browser.open("/log?from=hom-qua").awaitText("Ngày viết sai");
      browser.open("/log/month").awaitText("thon-mot-1");
      assertEquals(List.of(), browser.barriers());
      browser.picture("log-month");
      assertTrue(
          csv(browser, "/log/month/table.csv").contains("\"thon-mot-1\",\"\",\"\",\"\",1,1,0"));
      browser.open("/log/month?of=2019-01").awaitText("Tháng này chưa có");
      assertEquals(List.of(), browser.complaints());
    }
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
    assertEquals(3, csv.split("\r\n", -1).length - 1, csv);
    assertTrue(csv.contains("\"Mời bà con tiêm chủng.\",\"thon-mot\",\"thông thường\""), csv);
    byte[] xlsx = fetch(browser, "/log/table.xlsx" + query);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertEquals(7, book.getSheetAt(0).getLastRowNum() + 1);
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
    return browser.logIn("canbo", office.firstPassword().orElseThrow());
  }
}
