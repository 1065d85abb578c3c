// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.TestOffice;
import loalang.controller.kit.Waves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoicePageTest {
  private Path files;
  private Path data;
  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path data, @TempDir Path files) {
    this.data = data;
    this.files = files;
    office = TestOffice.open(data);
    Account.make(office, "truong-thon", "hamlet-head");
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_hamlet_head_speaks_into_the_microphone_listens_and_sends_it_for_approval() {
    try (Browser phone = Browser.phone(office)) {
      phone.logIn("truong-thon", Account.PASSWORD).press("Thu âm").press("Bắt đầu thu");
      phone.await(() -> phone.find("#clock").getText(), clock -> clock.equals("0:02"));
      phone.press("Dừng thu");
      phone.await(() -> phone.find("#own").isDisplayed(), shown -> shown);
      Object length =
          phone.await(
              () -> phone.run("return document.getElementById('own').duration"),
              duration -> duration instanceof Number seconds && seconds.doubleValue() > 0);
      assertTrue(((Number) length).doubleValue() >= 1.9, "seconds: " + length);
      phone.type("title", "Trưởng thôn mời họp");
      assertSound(phone, "voice");

      phone.press("Gửi bản thu").awaitText("Đã gửi duyệt");

      assertTrue(phone.path().startsWith("/notices/truong-thon-moi-hop"), phone.path());
      assertSound(phone, "voice-notice");
      phone.open("/approvals").awaitText("Trưởng thôn mời họp");
    }
  }

  @Test
  void without_scripts_a_file_is_sent_and_junk_is_refused_and_nothing_of_it_stays()
      throws IOException {
    Path junk = Files.write(files.resolve("anh.wav"), new byte[] {1, 2, 3});
    Path wave = Files.write(files.resolve("loi.wav"), Waves.tone(2_000));
    try (Browser plain = Browser.withoutScripts(office)) {
      plain.logIn("truong-thon", Account.PASSWORD).open("/voice");
      plain.type("title", "Mời họp").type("about", "Họp thôn tối nay.");
      plain.find("input[type=file]").sendKeys(junk.toString());
      plain.press("Gửi bản thu").awaitText("RECORDED_VOICE_UNREADABLE");
      assertEquals("Mời họp", plain.find("input[name=title]").getAttribute("value"));

      plain.find("input[type=file]").sendKeys(wave.toString());
      plain.find("input[name=send]").click();
      plain.press("Gửi bản thu").awaitText("Đã lưu bản thu");

      plain.awaitText("Họp thôn tối nay.");
      try (Stream<Path> left = Files.list(data.resolve("uploads"))) {
        assertEquals(List.of(), left.toList());
      }
    }
  }

  /** No complaint, no barrier, nothing wider than the screen; and how it looks. */
  private static void assertSound(Browser browser, String picture) {
    browser.picture(picture);
    assertEquals(List.of(), browser.barriers());
    assertEquals(
        true, browser.run("return document.documentElement.scrollWidth <= window.innerWidth"));
    assertEquals(List.of(), browser.complaints());
  }
}
