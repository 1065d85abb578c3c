// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import loalang.controller.kit.Browser;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
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
class TodayPageTest {
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
  void the_page_shows_live_what_sounds_and_what_was_played() {
    Officer officer = office.officer();
    try (FakeNode node = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"));
        Browser browser = logIn(Browser.desktop(office))) {
      browser.awaitText("Tất cả cụm loa đều trực tuyến");
      String airing = officer.airNow(officer.notice("Mời bà con tiêm chủng."), "thon-mot");
      browser.awaitText("Đã gửi lệnh");

      node.play(node.nextOrder());
      officer.await(airing, "thon-mot-1", "played");

      browser.awaitText("1/1 cụm đã phát hết");
      assertEquals(1, browser.all("svg rect.good").size());
      browser.picture("today");
      assertEquals(List.of(), browser.complaints());
      assertEquals(List.of(), browser.barriers());
    }
  }

  @Test
  void the_page_fits_a_phone_and_speaks_english_to_who_wants_it() {
    try (Browser browser = logIn(Browser.phone(office))) {
      browser.picture("today");
      Object overhang =
          browser.run("return document.documentElement.scrollWidth - window.innerWidth");
      assertEquals(0L, overhang);
      assertEquals(List.of(), browser.barriers());

      browser.press("English").awaitText("Needs a decision");

      assertEquals("en", browser.find("html").getAttribute("lang"));
      browser.press("Tiếng Việt").awaitText("Cần quyết định");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void a_fault_is_told_as_a_page_with_the_next_step() {
    try (Browser browser = logIn(Browser.desktop(office))) {
      browser.open("/nowhere");
      assertTrue(browser.text().contains("PAGE_UNKNOWN"), browser.text());
      assertEquals(List.of(), browser.barriers());
    }
  }

  private Browser logIn(Browser browser) {
    return browser.logIn("canbo", office.firstPassword().orElseThrow());
  }
}
