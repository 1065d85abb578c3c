// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import loalang.controller.kit.BellProduction;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Letters;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms refuse and keep; an office in the middle of its quiet hours. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeFormsTest {
  private TestOffice office;
  private Officer officer;
  private Clerk clerk;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(TestOffice.config(data, TestOffice.quietNow()), TestOffice.tools());
    officer = office.officer();
    officer.airWithoutApproval();
    clerk = new Clerk(office).logIn("canbo", office.firstPassword().orElseThrow());
  }

  @AfterAll
  void close() {
    office.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/new", "/x", "/x/edit", "/x/texts/1", "/x/air", "/letters/0", "?words=a"})
  void a_stranger_is_sent_to_the_door(String path) {
    assertEquals("/login", new Clerk(office).get("/notices" + path).location());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/notices/x/sound.ogg", "/notices/x/outline.svg", "/parts/notices/x/airings"})
  void a_stranger_hears_nothing(String path) {
    assertEquals(401, new Clerk(office).get(path).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/letters/0", "/x/edit", "/x/readings", "/x/recording", "/x/air"})
  void a_form_from_elsewhere_does_nothing(String path) {
    assertEquals(403, clerk.postWith("guess", "/notices" + path, Map.of("body", "a")).status());
    assertEquals(
        "/login", new Clerk(office).post("/notices" + path, Map.of("body", "a")).location());
  }

  @Test
  void a_strangers_letter_is_not_taken_and_nothing_of_a_letter_stays_on_the_disk()
      throws IOException {
    byte[] letter = Letters.docx("Họp thôn.");
    assertEquals(
        "/login", new Clerk(office).upload("/notices/letters", "a.docx", letter).location());
    assertEquals(303, clerk.upload("/notices/letters", "a.docx", letter).status());
    assertEquals(413, clerk.upload("/notices/letters", "b.pdf", new byte[21_000_000]).status());
    assertNothingLeft();
  }

  /** They go when the answer is out; each further request gives the office time for it. */
  private void assertNothingLeft() throws IOException {
    List<Path> left = uploads();
    for (int asked = 0; asked < 100 && !left.isEmpty(); asked++) {
      clerk.get("/notices");
      left = uploads();
    }
    assertEquals(List.of(), left);
  }

  private List<Path> uploads() throws IOException {
    try (Stream<Path> left = Files.list(office.data().resolve("uploads"))) {
      return left.toList();
    }
  }

  @Test
  void a_letter_is_cut_into_episodes_and_gone_when_notices_are_made_of_it() {
    String line = "Bà con chú ý phòng cháy chữa cháy trong mùa hanh khô năm nay. ".repeat(20);
    Clerk.Page taken = clerk.upload("/notices/letters", "b.docx", Letters.docx("TIN", line, line));
    Map<String, String> cut = Map.of("line", "1", "minutes", "1", "times", "1", "title", "Tin");
    clerk.post(taken.location(), cut);
    assertTrue(clerk.get(taken.location()).text().contains("Kỳ 1/2"));

    Clerk.Page made =
        clerk.post(
            taken.location(),
            Map.of("line", "1", "minutes", "1", "title", "Tin cháy", "act", "make"));

    assertEquals("/notices?said=letter-made", made.location());
    assertTrue(clerk.get("/notices?words=tin+chay").text().contains("Tin cháy (phần 2/2)"));
    Clerk.Page gone = clerk.get(taken.location());
    assertEquals(404, gone.status());
    assertTrue(gone.text().contains("LETTER_GONE"), gone.text());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 300})
  void a_letter_that_is_none_is_refused_on_the_page(int megabytes) {
    byte[] bytes = megabytes == 0 ? new byte[0] : Letters.bomb(megabytes);
    Clerk.Page page = clerk.upload("/notices/letters", "c.docx", bytes);
    assertTrue(page.status() >= 400, page.text());
    assertTrue(page.text().contains(megabytes == 0 ? "DOCUMENT_" : "DOCUMENT_EXPANDS_TOO_MUCH"));
    assertTrue(page.text().contains("Tải công văn lên"), "the form is there again");
  }

  @Test
  void a_letter_that_is_too_large_is_told_so() {
    Clerk.Page page = clerk.upload("/notices/letters", "d.pdf", new byte[21_000_000]);
    assertEquals(413, page.status());
    assertTrue(page.text().contains("DOCUMENT_TOO_LARGE"), page.text());
  }

  @Test
  void who_saw_an_older_text_does_not_write_over_the_newer_one() {
    String path = typed("Họp lúc 7h.");
    clerk.post(path + "/edit", Map.of("body", "Họp lúc 8h.", "seen", "0"));

    Clerk.Page late = clerk.post(path + "/edit", Map.of("body", "Họp lúc 9h.", "seen", "0"));

    assertEquals(409, late.status());
    assertTrue(late.text().contains("NOTICE_CHANGED"));
    assertTrue(late.text().contains("Họp lúc 9h."), "what was typed is not lost");
    assertTrue(clerk.get(path).text().contains("tám giờ"));
  }

  @Test
  void a_fixed_reading_stays_where_the_text_stays_and_the_recording_goes() {
    String path = typed("Họp lúc 7h tại NSHX thôn.");
    String id = path.substring("/notices/".length());
    officer.post("/notices/" + id + "/recording", "text/plain", "");
    assertEquals(303, clerk.post(path + "/readings", fix("15-19", "nhà chung")).status());

    clerk.post(path + "/edit", Map.of("body", "Mời họp lúc 8h tại NSHX thôn.", "seen", "0"));

    String page = clerk.get(path).text();
    assertTrue(page.contains("nhà chung"), page);
    assertTrue(page.contains("chưa được đọc thành tiếng"), "the old words do not sound");
    clerk.post(path + "/edit", Map.of("body", "Mời họp lúc 8h tại NVH.", "seen", "2"));
    assertFalse(clerk.get(path).text().contains("nhà chung"));
  }

  @Test
  void a_reading_is_fixed_and_let_go_again() {
    String path = typed("Về NSHX.");
    clerk.post(path + "/readings", fix("3-7", "nhà ta"));
    String fixed = clerk.get(path + "?at=3-7").text();
    assertTrue(fixed.contains("nhà ta") && fixed.contains("Trả lại như từ điển"), fixed);

    clerk.post(path + "/readings", Map.of("at", "3-7", "act", "let-go"));

    assertFalse(clerk.get(path).text().contains("nhà ta"));
  }

  @Test
  void before_it_is_aired_quiet_hours_and_missing_recordings_are_shown() {
    try (FakeNode node = FakeNode.join(officer.ticket("thon-hai-1", "thon-hai"))) {
      String path = typed("Họp thôn.");
      assertEquals(409, clerk.get(path + "/air").status(), "there is nothing to hear yet");
      clerk.post(path + "/recording", Map.of());

      Clerk.Page nowhere = clerk.post(path + "/air", Map.of("when", "now"));
      Clerk.Page never =
          clerk.post(path + "/air", Map.of("zone", "thon-hai", "when", "later", "date", "mai"));
      Clerk.Page quiet = clerk.post(path + "/air", Map.of("zone", "thon-hai", "when", "now"));

      assertTrue(nowhere.text().contains("AIRING_WITHOUT_ZONE"));
      assertTrue(never.text().contains("AIRING_TIME_INVALID"));
      assertTrue(quiet.text().contains("RUNDOWN_QUIET_HOURS"), quiet.text());
      assertFalse(quiet.text().contains("Phát ngay"), "what will not sound has no button");
      assertTrue(node.id().value().equals("thon-hai-1"));
    }
  }

  @Test
  void who_changes_a_notice_that_waits_is_told_when_it_would_sound() {
    try (FakeNode node = FakeNode.join(officer.ticket("thon-ba-1", "thon-ba"))) {
      String id = officer.notice("Mai họp.");
      Instant start = Instant.now().plus(6, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
      officer.post(
          "/airings",
          new JsonObject()
              .put("notice", id)
              .put("zones", JsonArray.of(node.zones().iterator().next().value()))
              .put("startAt", start.toString()));

      assertTrue(clerk.get("/notices/" + id + "/edit").text().contains("đang chờ phát"));
    }
  }

  @Test
  void a_sound_is_sent_in_parts_and_what_is_no_sound_has_a_flat_outline() {
    String path = "/notices/" + officer.notice("Nghe thử.");

    HttpResponse<String> part = clerk.getRange(path + "/sound.ogg", "bytes=10-19");

    assertEquals(206, part.statusCode());
    assertEquals(
        "bytes 10-19/" + BellProduction.SIZE_BYTES,
        part.headers().firstValue("Content-Range").orElseThrow());
    assertEquals("10", part.headers().firstValue("Content-Length").orElseThrow());
    assertTrue(clerk.get(path + "/outline.svg").text().startsWith("<svg"));
    assertTrue(clerk.get(path + "/captions.vtt").text().startsWith("WEBVTT"));
  }

  private String typed(String body) {
    Clerk.Page kept = clerk.post("/notices", Map.of("body", body, "priority", "priority"));
    assertEquals(303, kept.status(), kept.text());
    return kept.location().replaceAll("\\?.*", "");
  }

  private static Map<String, String> fix(String place, String spoken) {
    return Map.of("at", place, "spoken", spoken, "where", "once");
  }
}
