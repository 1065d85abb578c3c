// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.recorded.RecordedVoice;
import loalang.controller.OfficeTools;
import loalang.controller.kit.Account;
import loalang.controller.kit.Browser;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.controller.kit.ToneProduction;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.SpeechQueue;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayPageTest {
  private static final Pattern MP3 = Pattern.compile("/replay/[0-9a-f]{24}\\.mp3");

  private final HttpClient stranger = HttpClient.newHttpClient();
  private TestOffice office;

  @BeforeAll
  void open(@TempDir Path data) {
    office =
        TestOffice.open(
            TestOffice.config(data),
            new OfficeTools(
                new ToneProduction(),
                DiskShelf::new,
                SpeechQueue.USUAL,
                ReadingQueue.USUAL,
                InstantSource.system()));
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void residents_hear_what_was_really_aired_once_the_office_opens_the_door() throws Exception {
    Officer officer = office.officer();
    try (FakeNode node = FakeNode.join(officer.ticket("cum-bi-mat", "khu-bi-mat"));
        Browser browser =
            Browser.desktop(office).logIn("canbo", office.firstPassword().orElseThrow())) {
      assertEquals(404, ask("/replay").statusCode());
      assertEquals(404, ask("/replay/feed.xml").statusCode());
      String played = officer.airNow(officer.notice("Mời bà con tiêm chủng."), "khu-bi-mat");
      node.play(node.nextOrder());
      officer.await(played, "cum-bi-mat", "played");
      String broken = officer.airNow(officer.notice("Bản tin phát dở."), "khu-bi-mat");
      breakOff(node, node.nextOrder());
      officer.await(broken, "cum-bi-mat", "partial");

      browser.open("/log/replay").awaitText("Đang đóng").press("Mở cho người dân…");
      browser.press("Mở trang Nghe lại").awaitText("Đã mở trang Nghe lại");
      assertEquals(List.of(), browser.barriers());
      browser.picture("replay-switch");

      try (Browser resident = Browser.phone(office)) {
        resident.open("/replay").awaitText("Mời bà con tiêm chủng.");
        assertFalse(resident.text().contains("phát dở"), resident.text());
        resident.run("return document.querySelector('audio').play()");
        assertEquals(List.of(), resident.barriers());
        assertEquals(
            0L, resident.run("return document.documentElement.scrollWidth - window.innerWidth"));
        resident.picture("replay");
        assertEquals(List.of(), resident.complaints());
      }
      assertNothingInternal(played);
      assertSound();

      browser.press("Đóng lại…").press("Đóng trang Nghe lại").awaitText("Đã đóng");
      assertEquals(404, ask("/replay").statusCode());
      assertEquals(List.of(), browser.complaints());
      Account.make(office, "lan", "officer"); // who may not change what the office settled
      browser.press("Thoát").logIn("lan", Account.PASSWORD).open("/log/replay");
      assertFalse(browser.text().contains("Mở cho người dân…"));
      Clerk other = new Clerk(office).logIn("lan", Account.PASSWORD);
      assertEquals(403, other.post("/log/replay", Map.of("open", "1")).status());
      assertEquals(404, ask("/replay").statusCode());
      assertWhoAsksTooOftenWaits();
    }
  }

  @Test
  void a_stranger_gets_nothing_else() throws Exception {
    for (String path :
        List.of(
            "/log",
            "/log/month",
            "/log/replay",
            "/log/table.csv",
            "/log/month/table.pdf",
            "/log/phat-1",
            "/speakers",
            "/speakers/new",
            "/speakers/thon-mot-1")) {
      assertEquals(303, ask(path).statusCode(), path);
    }
    assertEquals(401, ask("/parts/speakers").statusCode());
    for (String path : List.of("/log/replay", "/speakers/new", "/speakers/thon-mot-1/place")) {
      HttpRequest form =
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("open=1&zones=thon-mot"))
              .build();
      assertEquals(
          303, stranger.send(form, HttpResponse.BodyHandlers.discarding()).statusCode(), path);
    }
  }

  private void assertWhoAsksTooOftenWaits() throws Exception {
    for (int request = 0; request < 240; request++) {
      ask("/replay");
    }
    HttpResponse<byte[]> answer = ask("/replay");
    assertEquals(429, answer.statusCode());
    assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""));
  }

  private void assertNothingInternal(String airing) throws Exception {
    String page = text(ask("/replay"));
    String feed = text(ask("/replay/feed.xml"));
    for (String secret :
        List.of("cum-bi-mat", "khu-bi-mat", "canbo", airing, "csrf", "/api/", "/speakers")) {
      assertFalse(page.contains(secret), secret);
      assertFalse(feed.contains(secret), secret);
    }
    assertTrue(ask("/replay").headers().firstValue("Cache-Control").orElse("").contains("public"));
    assertTrue(
        ask("/replay/feed.xml").headers().firstValue("Content-Type").orElse("").contains("rss"));
  }

  private void assertSound() throws Exception {
    Matcher found = MP3.matcher(text(ask("/replay/feed.xml")));
    assertTrue(found.find());
    String mp3 = found.group();
    HttpResponse<byte[]> whole = ask(mp3);
    assertEquals(200, whole.statusCode());
    assertEquals("audio/mpeg", whole.headers().firstValue("Content-Type").orElse(""));
    double seconds = RecordedVoice.read("copy", whole.body()).samples().length / 16_000.0;
    assertEquals(1.5, seconds, 0.2);
    HttpResponse<byte[]> part = ask(mp3, "Range", "bytes=10-19");
    assertEquals(206, part.statusCode());
    assertEquals(
        new String(whole.body(), 10, 10, StandardCharsets.ISO_8859_1),
        new String(part.body(), StandardCharsets.ISO_8859_1));
    assertEquals(416, ask(mp3, "Range", "bytes=9999999-").statusCode());
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, ask(mp3, "If-None-Match", tag).statusCode());
    HttpResponse<byte[]> ogg = ask(mp3.replace(".mp3", ".opus"), "Range", "bytes=0-3");
    assertEquals("OggS", text(ogg));
    assertEquals(404, ask(mp3.replace(".mp3", ".wav")).statusCode());
    assertEquals(404, ask("/replay/..%2f..%2foffice-key.jwk").statusCode());
  }

  private static void breakOff(FakeNode node, IssuedOrder issued) {
    Order.Play play = (Order.Play) issued.order();
    node.report(new Report.Accepted(play.airing(), issued.warrant().sequence()));
    node.report(FakeNode.ended(play.airing(), Outcome.PARTIAL, 100));
  }

  private HttpResponse<byte[]> ask(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return stranger.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI uri(String path) {
    return URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d%s", office.httpPort(), path));
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
