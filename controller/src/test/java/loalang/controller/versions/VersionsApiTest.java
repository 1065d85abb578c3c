// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.controller.kit.Waves;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One notice in several languages, and who hears which. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsApiTest {
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
  void each_zone_gets_the_version_it_is_set_to_and_all_are_one_airing() {
    try (FakeNode plain = FakeNode.join(officer.ticket("kinh-1", "ban-kinh", "toan-xa"));
        FakeNode hmong = FakeNode.join(officer.ticket("mong-1", "ban-mong", "toan-xa"))) {
      String notice = officer.notice("Họp bản lúc 7h30.");
      String path = "/notices/" + notice;
      record(path, "hmong", "hmn");
      set("ban-mong", "hmong");

      String airing = officer.airNow(notice, "toan-xa");
      IssuedOrder toPlain = plain.nextOrder();
      IssuedOrder toHmong = hmong.nextOrder();

      JsonObject shown = officer.get(path).json();
      assertEquals(digest(shown), digestOf(toPlain));
      assertEquals(digest(version(shown, "hmong")), digestOf(toHmong));
      assertNotEquals(digestOf(toPlain), digestOf(toHmong));
      assertEquals(
          ((Order.Play) toPlain.order()).airing(), ((Order.Play) toHmong.order()).airing());
      plain.play(toPlain);
      hmong.play(toHmong);
      officer.await(airing, "kinh-1", "played");
      officer.await(airing, "mong-1", "played");
      JsonObject ledger = officer.get("/airings/" + airing).json();
      assertEquals(2, ledger.getInteger("rendered"));
      assertEquals(2, ledger.getJsonArray("speakers").size());
      officer.delete("/zones/ban-mong/version");
    }
  }

  @Test
  void a_zone_whose_version_is_missing_hears_the_notice_and_the_officer_is_told() {
    try (FakeNode node = FakeNode.join(officer.ticket("thai-1", "ban-thai"))) {
      set("ban-thai", "thai");
      String notice = officer.notice("Cắt điện.");

      officer.airNow(notice, "ban-thai");

      JsonObject shown = officer.get("/notices/" + notice).json();
      assertEquals(digest(shown), digestOf(node.nextOrder()));
      JsonObject problem = problem(shown, "VERSION_MISSING");
      assertTrue(problem.getString("detail").contains("ban-thai"), problem::encode);
      record("/notices/" + notice, "thai", "tai");
      assertEquals(List.of(), codes(officer.get("/notices/" + notice).json()));
      officer.delete("/zones/ban-thai/version");
    }
  }

  @Test
  void a_version_of_the_south_is_said_by_its_voice_with_its_numerals() {
    String notice = officer.notice("Nộp 1.005 đồng.");
    String path = "/notices/" + notice + "/versions/vi-south";
    check(200, officer.put(path, new JsonObject().put("dialect", "south")));

    JsonObject shown = check(201, officer.post(path + "/recording", "text/plain", ""));

    JsonObject south = version(shown, "vi-south").getJsonObject("production");
    assertEquals("espeak-vi-south", south.getString("voice"));
    assertTrue(spoken(south).contains("ngàn"), () -> spoken(south));
    JsonObject north = shown.getJsonObject("production");
    assertTrue(spoken(north).contains("nghìn"), () -> spoken(north));
    assertEquals("audio/ogg", officer.get(path + "/recording").type());
  }

  @Test
  void a_version_with_a_text_of_its_own_says_that_text() {
    String notice = officer.notice("Họp lúc 7h.");
    String path = "/notices/" + notice + "/versions/en";
    JsonObject english = new JsonObject().put("language", "en").put("text", "Meeting at seven.");
    check(200, officer.put(path, english));

    JsonObject shown = check(201, officer.post(path + "/recording", "text/plain", ""));

    assertEquals(
        "Meeting at seven.", version(shown, "en").getJsonObject("production").getString("body"));
  }

  @Test
  void a_version_written_anew_has_no_recording_until_it_is_rendered() {
    String notice = officer.notice("Tiêm phòng.");
    String path = "/notices/" + notice + "/versions/vi-central";
    JsonObject text = new JsonObject().put("dialect", "central");
    officer.put(path, text);
    officer.post(path + "/recording", "text/plain", "");

    JsonObject shown = check(200, officer.put(path, text.put("text", "Tiêm phòng chó.")));

    assertEquals(null, version(shown, "vi-central").getJsonObject("recording"));
    refused(409, "RECORDING_MISSING", officer.get(path + "/recording"));
  }

  @Test
  void what_is_not_there_has_a_code() {
    String notice = officer.notice("Thử.");
    String versions = "/notices/" + notice + "/versions/";
    refused(404, "VERSION_UNKNOWN", officer.delete(versions + "mong"));
    refused(404, "VERSION_UNKNOWN", officer.get(versions + "mong/recording"));
    refused(404, "VERSION_UNKNOWN", officer.post(versions + "mong/recording", "text/plain", ""));
    refused(404, "NOTICE_UNKNOWN", officer.put("/notices/khong-co/versions/x2", new JsonObject()));
    refused(400, "REQUEST_INVALID", officer.put(versions + "plain", new JsonObject()));
    refused(400, "REQUEST_INVALID", officer.put(versions + "Ba", new JsonObject()));
    JsonObject klingon = new JsonObject().put("language", "tlh");
    check(200, officer.put(versions + "tlh", klingon));
    IntStream.range(1, VersionDesk.MAX)
        .forEach(i -> check(200, officer.put(versions + "b" + (i + 10), new JsonObject())));
    refused(422, "VERSIONS_FULL", officer.put(versions + "c10", new JsonObject()));
  }

  @Test
  void a_recorded_version_is_not_rendered_but_sent_anew() {
    String notice = officer.notice("Thử.");
    record("/notices/" + notice, "hmong", "hmn");
    String path = "/notices/" + notice + "/versions/hmong";
    refused(409, "NOTICE_RECORDED", officer.post(path + "/recording", "text/plain", ""));
    JsonObject shown = check(200, officer.delete(path));
    assertEquals(new JsonArray(), shown.getJsonArray("versions"));
  }

  private void record(String notice, String version, String language) {
    String path = notice + "/versions/" + version + "/sound?language=" + language;
    check(200, officer.putBytes(path, Waves.tone(1_200)));
  }

  private void set(String zone, String version) {
    JsonObject wanted = new JsonObject().put("version", version);
    check(200, officer.put("/zones/" + zone + "/version", wanted));
  }

  private static JsonObject check(int status, Officer.Answer answer) {
    assertEquals(status, answer.status(), answer::text);
    return answer.json();
  }

  private static void refused(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer::text);
    assertEquals(status, answer.status(), answer::text);
  }

  private static JsonObject version(JsonObject notice, String name) {
    return notice.getJsonArray("versions").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(notice.encode()));
  }

  private static JsonObject problem(JsonObject notice, String code) {
    return notice.getJsonArray("problems").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("code").equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError(notice.encode()));
  }

  private static List<String> codes(JsonObject notice) {
    return notice.getJsonArray("problems").stream()
        .map(one -> ((JsonObject) one).getString("code"))
        .toList();
  }

  private static String spoken(JsonObject production) {
    return production.getJsonArray("script").getJsonObject(0).getString("spoken");
  }

  private static String digest(JsonObject heard) {
    return heard.getJsonObject("recording").getString("digest");
  }

  private static String digestOf(IssuedOrder order) {
    return ((Order.Play) order.order()).recording().digest().hex();
  }
}
