// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is shown before rendering is what is rendered. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptApiTest {
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
  void the_script_that_is_shown_is_the_one_that_is_rendered() {
    String notice = create("Họp lúc 7h30 tại UBND xã. Liên hệ CAXQT.");

    JsonObject shown = script(notice);
    JsonObject production = render(notice).getJsonObject("production");

    assertFalse(shown.containsKey("rendered"));
    assertEquals(withoutTimes(production.getJsonArray("script")), shown.getJsonArray("script"));
    assertEquals(production.getJsonArray("warnings"), shown.getJsonArray("warnings"));
    assertEquals(production.getString("body"), shown.getString("body"));
    assertEquals(production.getLong("dictionaryVersion"), shown.getLong("dictionaryVersion"));
    assertEquals(
        new JsonObject()
            .put("dictionaryVersion", shown.getLong("dictionaryVersion"))
            .put("dictionaryChanged", false)
            .put("saysOtherwise", false),
        script(notice).getJsonObject("rendered"));
  }

  @Test
  void a_change_of_the_dictionary_is_told_and_rendering_again_takes_it_in() {
    // Given
    String about = create("Mời đến NSHX.");
    String other = create("Mất điện thôn 3.");
    JsonObject recording = render(about).getJsonObject("recording");
    render(other);

    // When
    officer.put(
        "/dictionary", new JsonObject().put("written", "NSHX").put("spoken", "nhà sinh hoạt xóm"));

    // Then
    JsonObject stale = script(about).getJsonObject("rendered");
    assertTrue(stale.getBoolean("dictionaryChanged"));
    assertTrue(stale.getBoolean("saysOtherwise"));
    assertTrue(script(other).getJsonObject("rendered").getBoolean("dictionaryChanged"));
    assertFalse(script(other).getJsonObject("rendered").getBoolean("saysOtherwise"));
    assertNotEquals(recording, render(about).getJsonObject("recording"));
    assertFalse(script(about).getJsonObject("rendered").getBoolean("dictionaryChanged"));
  }

  @Test
  void a_reading_fixed_once_is_shown_rendered_and_taken_back() {
    // Given
    String body = "Ông Thạch Sok, 7h30, thôn 3.";
    String notice = create(body);
    String twin = create(body);
    render(notice);

    // When
    Officer.Answer fixed = fix(notice, body.indexOf("Sok"), "sóc");

    // Then
    JsonObject fix = fixed.json().getJsonArray("fixedReadings").getJsonObject(0);
    assertEquals(201, fixed.status(), fixed.text());
    assertEquals("Sok", fix.getString("written"));
    assertEquals("command-line", fix.getString("by"));
    assertEquals("ông thạch sóc, bảy giờ ba mươi, thôn ba.", spoken(fixed.json()));
    assertTrue(fixed.json().getJsonObject("rendered").getBoolean("saysOtherwise"));
    assertEquals(
        "ông thạch sóc, bảy giờ ba mươi, thôn ba.",
        spoken(render(notice).getJsonObject("production")));
    assertEquals("ông thạch sok, bảy giờ ba mươi, thôn ba.", spoken(script(twin)));
    JsonObject back = officer.delete("/notices/" + notice + "/readings?start=0&end=99").json();
    assertEquals("ông thạch sok, bảy giờ ba mươi, thôn ba.", spoken(back));
    assertEquals(new JsonArray(), back.getJsonArray("fixedReadings"));
  }

  @Test
  void what_is_fixed_again_takes_the_place_of_what_was() {
    String notice = create("Gặp Sok.");
    fix(notice, 4, "sóc");

    JsonObject script = fix(notice, 4, "sốc").json();

    assertEquals(1, script.getJsonArray("fixedReadings").size());
    assertEquals("gặp sốc.", spoken(script));
  }

  @Test
  void a_fixed_reading_stays_when_the_dictionary_changes() {
    String notice = create("Họp ở TTQX.");
    fix(notice, 7, "trung tâm");

    officer.put("/dictionary", new JsonObject().put("written", "TTQX").put("spoken", "thị trấn"));

    assertEquals("họp ở trung tâm.", spoken(script(notice)));
  }

  @Test
  void a_fix_that_cannot_be_is_refused() {
    String notice = create("Gặp Sok.");
    assertProblem(422, "FIXED_READING_WORDS", fix(notice, 4, "Sóc 1"));
    assertProblem(422, "FIXED_READING_PLACE", fix(notice, 900, "sóc"));
    assertProblem(404, "NOTICE_UNKNOWN", fix("khong-co", 4, "sóc"));
    assertProblem(
        404,
        "FIXED_READING_UNKNOWN",
        officer.delete("/notices/" + notice + "/readings?start=4&end=7"));
    assertProblem(
        400, "REQUEST_INVALID", officer.delete("/notices/" + notice + "/readings?start=4"));
    JsonObject backwards = new JsonObject().put("start", 7).put("end", 4).put("spoken", "sóc");
    assertProblem(
        400, "REQUEST_INVALID", officer.post("/notices/" + notice + "/readings", backwards));
  }

  @Test
  void a_slot_that_is_too_short_is_told_with_the_sentence_where_it_ends() {
    String text = "Họp thôn 3.\n\nMời bà con đến đúng giờ, mang theo căn cước công dân.";
    String notice = create(text);

    JsonObject fits = officer.get("/notices/" + notice + "/script?slotSeconds=60").json();
    JsonObject tooShort =
        officer
            .post("/script", new JsonObject().put("text", text).put("slotSeconds", 4))
            .json()
            .getJsonObject("slot");

    assertTrue(fits.getJsonObject("slot").getBoolean("fits"));
    assertEquals(0, fits.getJsonObject("slot").getLong("overrunMillis"));
    assertFalse(tooShort.getBoolean("fits"));
    assertEquals(fits.getLong("estimateMillis") - 4_000, tooShort.getLong("overrunMillis"));
    assertEquals(1, tooShort.getInteger("endsInSentence"));
    assertEquals(text.indexOf("Mời"), tooShort.getInteger("endsAt"));
  }

  @Test
  void a_text_with_front_matter_is_read_as_the_notice_it_would_be() {
    String text = "---\ntitle: Meeting\nlanguage: en\n---\nThe meeting is in room 3.";

    JsonObject shown = officer.post("/script", new JsonObject().put("text", text)).json();

    assertTrue(spoken(shown).toLowerCase(java.util.Locale.ROOT).contains("room three"));
    assertEquals("The meeting is in room 3.", shown.getString("body").strip());
  }

  @Test
  void a_text_without_a_word_or_too_long_is_refused_as_its_notice_would_be() {
    assertProblem(422, "NOTICE_EMPTY", officer.post("/script", new JsonObject().put("text", " ")));
    String large = "họp ".repeat(300_000);
    assertProblem(
        413, "NOTICE_TOO_LARGE", officer.post("/script", new JsonObject().put("text", large)));
    assertProblem(400, "REQUEST_INVALID", officer.post("/script", new JsonObject()));
    assertProblem(404, "NOTICE_UNKNOWN", officer.get("/notices/khong-co/script"));
  }

  private String create(String text) {
    return officer.post("/notices", "text/plain", text).json().getString("id");
  }

  private JsonObject render(String notice) {
    Officer.Answer answer = officer.post("/notices/" + notice + "/recording", "text/plain", "");
    assertEquals(201, answer.status(), answer.text());
    return answer.json();
  }

  private JsonObject script(String notice) {
    return officer.get("/notices/" + notice + "/script").json();
  }

  private Officer.Answer fix(String notice, int start, String spoken) {
    JsonObject fix =
        new JsonObject().put("start", start).put("end", start + 1).put("spoken", spoken);
    return officer.post("/notices/" + notice + "/readings", fix);
  }

  private static String spoken(JsonObject reading) {
    return reading.getJsonArray("script").getJsonObject(0).getString("spoken");
  }

  private static JsonArray withoutTimes(JsonArray sentences) {
    JsonArray plain = sentences.copy();
    plain.forEach(sentence -> ((JsonObject) sentence).remove("startMillis"));
    return plain;
  }

  private static void assertProblem(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
    assertEquals(status, answer.status());
  }
}
