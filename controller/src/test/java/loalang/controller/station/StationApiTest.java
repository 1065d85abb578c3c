// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Optional;
import loalang.announcements.audio.Mastering;
import loalang.announcements.voice.VoiceDialect;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The station's settings: kept, in force from the next rendering on, and seen at each notice. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StationApiTest {

  @Test
  void a_change_touches_the_next_rendering_alone_and_is_seen_at_the_notice(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      String notice = officer.notice("Họp dân.");
      JsonObject before = officer.get("/notices/" + notice).json();
      assertFalse(before.getJsonObject("production").getBoolean("stationChanged"));

      JsonObject set = new JsonObject().put("targetLufs", -18).put("opening", "Đây là đài xã.");
      assertEquals(1, put(officer, set).getLong("version"));

      JsonObject after = officer.get("/notices/" + notice).json();
      assertEquals(before.getJsonObject("recording"), after.getJsonObject("recording"));
      assertTrue(after.getJsonObject("production").getBoolean("stationChanged"));
      JsonObject anew = officer.post("/notices/" + notice + "/recording", "text/plain", "").json();
      assertEquals(1, anew.getJsonObject("production").getLong("stationVersion"));
      assertFalse(anew.getJsonObject("production").getBoolean("stationChanged"));
      assertNotEquals(before.getJsonObject("recording"), anew.getJsonObject("recording"));
    }
  }

  @Test
  void settings_outlive_the_office_and_every_change_is_kept(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      put(office.officer(), new JsonObject().put("chime", "sang-som"));
      put(office.officer(), new JsonObject().put("loudspeakers", "box").put("saysSynthetic", true));
      assertEquals(
          2, put(office.officer(), new JsonObject().put("chime", "sang-som")).getLong("version"));
    }
    try (TestOffice office = TestOffice.open(data)) {
      JsonObject station = office.officer().get("/station").json();
      assertEquals("sang-som", station.getString("chime"));
      assertEquals("box", station.getString("loudspeakers"));
      assertTrue(station.getBoolean("saysSynthetic"));
      JsonArray history = office.officer().get("/station/history").json().getJsonArray("settings");
      assertEquals(2, history.size());
      assertEquals("horn", history.getJsonObject(1).getString("loudspeakers"));
      assertEquals("command-line", history.getJsonObject(1).getString("by"));
    }
  }

  @Test
  void the_stations_voice_and_dialect_hold_where_a_notice_names_none(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      put(officer, new JsonObject().put("voice", "freetts-vi-south").put("dialect", "south"));
      assertEquals("freetts-vi-south", production(officer, "Nộp 1.005 đồng.").getString("voice"));
      String spoken =
          production(officer, "Nộp 1.005 đồng.")
              .getJsonArray("script")
              .getJsonObject(0)
              .getString("spoken");
      assertTrue(spoken.contains("ngàn"), spoken);
      String named = "---\ntitle: x\nvoice: espeak-vi\n---\nNộp tiền.";
      assertEquals("espeak-vi", production(officer, named).getString("voice"));
      String english = "---\ntitle: x\nlanguage: en\n---\nMeeting.";
      assertEquals("bell", production(officer, english).getString("voice"));
      put(officer, new JsonObject().put("voice", ""));
      assertEquals("bell", production(officer, "Nộp tiền.").getString("voice"));
    }
  }

  @Test
  void what_cannot_be_is_refused(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      refused(400, "REQUEST_INVALID", officer, new JsonObject().put("chime", "ken"));
      refused(400, "REQUEST_INVALID", officer, new JsonObject().put("targetLufs", -9));
      refused(400, "REQUEST_INVALID", officer, new JsonObject().put("opening", "a".repeat(401)));
      refused(400, "REQUEST_INVALID", officer, new JsonObject().put("colour", "red"));
      refused(422, "VOICE_UNKNOWN", officer, new JsonObject().put("voice", "khong-co"));
      refused(422, "VOICE_KEY_MISSING", officer, new JsonObject().put("voice", "fpt-banmai"));
      put(officer, new JsonObject().put("version", 0).put("chime", "none"));
      refused(409, "STATION_CHANGED", officer, new JsonObject().put("version", 0));
      assertEquals(1, officer.get("/station").json().getLong("version"));
    }
  }

  @Test
  void values_out_of_range_are_refused() {
    StationSettings.Lines lines = new StationSettings.Lines("", "", false);
    assertThrows(
        IllegalArgumentException.class,
        () -> new StationSettings.Lines("a".repeat(401), "", false));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new StationSettings(
                lines,
                "trống",
                Mastering.HORN,
                Loudspeakers.HORN,
                Optional.empty(),
                VoiceDialect.NORTH));
  }

  private static JsonObject production(Officer officer, String text) {
    String id =
        officer.post("/notices", "text/markdown; charset=utf-8", text).json().getString("id");
    return officer
        .post("/notices/" + id + "/recording", "text/plain", "")
        .json()
        .getJsonObject("production");
  }

  private static JsonObject put(Officer officer, JsonObject settings) {
    Officer.Answer answer = officer.put("/station", settings);
    assertEquals(200, answer.status(), answer::text);
    return answer.json();
  }

  private static void refused(int status, String code, Officer officer, JsonObject settings) {
    Officer.Answer answer = officer.put("/station", settings);
    assertEquals(code, answer.json().getString("code"), answer::text);
    assertEquals(status, answer.status(), answer::text);
  }
}
