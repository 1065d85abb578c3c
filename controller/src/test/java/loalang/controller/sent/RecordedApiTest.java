// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.sent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import loalang.announcements.recorded.RecordedVoice;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.controller.kit.Waves;
import loalang.protocol.order.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sound that somebody sends, good and bad. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedApiTest {
  private static final String RECORDED = "/recorded-notices?title=";

  private TestOffice office;
  private Officer officer;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    officer = office.officer();
  }

  @AfterAll
  void close() {
    office.close();
  }

  @Test
  void a_recorded_notice_is_heard_and_aired_like_any_other() {
    try (FakeNode node = FakeNode.join(officer.ticket("ghi-am-1", "ghi-am"))) {
      String query =
          Officer.query("Thông báo tiếng Mông: \"họp\"")
              + "&language=hmn&priority=priority&zones=ghi-am,cho&file=mong.wav&about="
              + Officer.query("Mời bà con họp.");
      Officer.Answer taken = officer.postBytes(RECORDED + query, Waves.tone(1_500));
      assertEquals(201, taken.status(), taken::text);
      JsonObject notice = taken.json();
      assertEquals("Thông báo tiếng Mông: \"họp\"", notice.getString("title"));
      assertTrue(notice.getBoolean("isRecorded"));
      assertEquals("recorded", notice.getJsonObject("production").getString("voice"));

      String airing = officer.airNow(notice.getString("id"), "ghi-am");
      Order.Play order = (Order.Play) node.nextOrder().order();

      assertEquals(
          notice.getJsonObject("recording").getString("digest"), order.recording().digest().hex());
      assertEquals("priority", officer.get("/airings/" + airing).json().getString("priority"));
      String path = "/notices/" + notice.getString("id");
      assertEquals(200, officer.get(path + "/script").status());
      refused(409, "NOTICE_RECORDED", officer.post(path + "/recording", "text/plain", ""));
      nothingIsLeft();
    }
  }

  @Test
  void what_is_no_sound_has_a_code_and_leaves_no_notice() {
    int before = count();
    byte[] wave = Waves.tone(500);
    refused(422, "RECORDED_VOICE_UNREADABLE", officer.postBytes(RECORDED + "a", new byte[0]));
    refused(
        422,
        "RECORDED_VOICE_UNREADABLE",
        officer.postBytes(RECORDED + "a", "<html>".getBytes(StandardCharsets.US_ASCII)));
    refused(
        422, "RECORDED_VOICE_EMPTY", officer.postBytes(RECORDED + "a", Arrays.copyOf(wave, 44)));
    refused(400, "REQUEST_INVALID", officer.postBytes(RECORDED, wave));
    refused(400, "REQUEST_INVALID", officer.postBytes(RECORDED + "a&language=%20", wave));
    refused(400, "REQUEST_INVALID", officer.postBytes(RECORDED + "a&zones=X%20Y", wave));
    refused(400, "REQUEST_INVALID", officer.postBytes(RECORDED + "a&priority=loud", wave));
    assertEquals(before, count());
    nothingIsLeft();
  }

  @Test
  void a_file_that_is_too_large_is_refused_while_it_comes() {
    Officer.Answer answer =
        officer.postBlanks(RECORDED + "a", RecordedVoice.MAX_BYTES + 1_000_000L);
    refused(413, "UPLOAD_TOO_LARGE", answer);
    nothingIsLeft();
  }

  @Test
  void a_name_that_is_taken_keeps_the_notice_that_has_it() {
    String id = "&id=ten-da-co";
    byte[] wave = Waves.tone(1_000);
    assertEquals(201, officer.postBytes(RECORDED + "a" + id, wave).status());
    refused(409, "NOTICE_ID_TAKEN", officer.postBytes(RECORDED + "b" + id, wave));
    assertEquals("a", officer.get("/notices/ten-da-co").json().getString("title"));
  }

  @Test
  void a_line_that_breaks_off_leaves_nothing() throws IOException {
    int before = count();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.httpPort())) {
      String head =
          "POST /api/v1/recorded-notices?title=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + officer.token()
              + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\nRIFF";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }
    // Only one that is dealt with after the broken one shows that the broken one is dealt with.
    assertEquals(201, officer.postBytes(RECORDED + "sau", Waves.tone(1_000)).status());
    assertEquals(before + 1, count());
  }

  @Test
  void nobody_sends_without_the_key() {
    Officer stranger = new Officer(office.httpPort(), "wrong");
    assertEquals(401, stranger.postBytes(RECORDED + "a", Waves.tone(500)).status());
    nothingIsLeft();
  }

  @Test
  void what_a_crash_left_in_the_inbox_is_taken_away(@TempDir Path data) throws IOException {
    Path left = Files.createDirectories(data.resolve("uploads")).resolve("sound1.part");
    Files.write(left, new byte[100]);
    try (TestOffice other = TestOffice.open(data)) {
      assertTrue(other.httpPort() > 0);
      assertFalse(Files.exists(left));
    }
  }

  private int count() {
    return officer.get("/notices?limit=200").json().getJsonArray("notices").size();
  }

  private void nothingIsLeft() {
    try (Stream<Path> files = Files.list(office.data().resolve("uploads"))) {
      assertEquals(0, files.count());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void refused(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer::text);
    assertEquals(status, answer.status(), answer::text);
  }
}
