// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commune's dictionary through the API of an office with a real database. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DictionaryApiTest {
  private static final String TSV = "text/tab-separated-values";

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
  void a_new_row_is_in_force_for_the_next_reading() {
    // Given
    String before = said("Mời bà con ra NVHX họp.");

    // When
    Officer.Answer set = officer.put("/dictionary", row("NVHX", "nhà văn hóa xóm"));

    // Then
    assertEquals(200, set.status(), set.text());
    assertEquals("command-line", set.json().getString("by"));
    assertFalse(before.contains("nhà văn hóa xóm"), before);
    assertEquals("mời bà con ra nhà văn hóa xóm họp.", said("Mời bà con ra NVHX họp."));
  }

  @Test
  void what_was_ever_said_stays_in_the_history() {
    officer.put("/dictionary", row("KDCX", "khu dân cư"));
    officer.put("/dictionary", row("KDCX", "khu dân cư xanh"));
    officer.put("/dictionary", row("KDCX", "khu dân cư xanh")); // says nothing new
    officer.delete("/dictionary?written=KDCX");

    JsonArray changes =
        officer.get("/dictionary/history?written=KDCX").json().getJsonArray("changes");

    assertEquals(
        List.of("true khu dân cư xanh", "false khu dân cư xanh", "false khu dân cư"),
        changes.stream()
            .map(JsonObject.class::cast)
            .map(change -> change.getBoolean("removed") + " " + change.getString("spoken"))
            .toList());
  }

  @Test
  void of_two_officers_with_the_same_page_the_second_is_told() {
    // Given
    long seen = officer.put("/dictionary", row("THX", "tiểu học xã")).json().getLong("version");
    officer.put("/dictionary", row("THX", "trường học xã").put("version", seen));

    // When
    Officer.Answer second =
        officer.put("/dictionary", row("THX", "tổ hợp xã").put("version", seen));

    // Then
    assertProblem(409, "DICTIONARY_CHANGED", second);
    assertTrue(second.json().getString("detail").contains("trường học xã"), second.text());
    assertProblem(
        409, "DICTIONARY_CHANGED", officer.delete("/dictionary?written=THX&version=" + seen));
    assertProblem(
        409, "DICTIONARY_CHANGED", officer.put("/dictionary", row("THX", "a").put("version", 0)));
    assertEquals("trường học xã.", said("THX."));
  }

  @Test
  void of_many_who_write_at_once_one_wins_and_the_reader_agrees_with_the_list() {
    List<CompletableFuture<Officer.Answer>> asked =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            officer.put(
                                "/dictionary",
                                row("CQX", "lần " + "x".repeat(i + 1)).put("version", 0))))
            .toList();
    long won = asked.stream().map(CompletableFuture::join).filter(a -> a.status() == 200).count();

    assertEquals(1, won);
    assertEquals(entry("CQX").getString("spoken") + ".", said("CQX."));
  }

  @Test
  void a_row_is_tried_before_it_is_kept() {
    JsonObject trial =
        new JsonObject()
            .put("sentence", "Họp tại QTX lúc 7h.")
            .put("entry", row("QTX", "quỹ tín dụng xã"));

    JsonObject tried = officer.post("/dictionary/try", trial).json();

    assertTrue(tried.getBoolean("changes"));
    assertEquals("họp tại quỹ tín dụng xã lúc bảy giờ.", spoken(tried.getJsonObject("after")));
    assertFalse(said("QTX.").contains("quỹ"), "it was kept");
  }

  @Test
  void a_row_with_a_neighbour_and_one_without_stand_side_by_side() {
    officer.put("/dictionary", row("PQX", "phòng").put("when", "next=y tế"));
    officer.put("/dictionary", row("PQX", "phường"));
    assertEquals("phòng y tế phường.", said("PQX y tế PQX."));

    officer.delete("/dictionary?written=PQX&when=" + Officer.query("next=y tế"));

    assertEquals("phường y tế phường.", said("PQX y tế PQX."));
  }

  @Test
  void bad_rows_are_refused_with_row_and_column_and_nothing_of_their_table_is_kept() {
    Officer.Answer wrong = officer.put("/dictionary", row("BAD", "Chữ Hoa 1"));
    assertProblem(422, "DICTIONARY_LINE_INVALID", wrong);
    assertTrue(wrong.json().getString("detail").contains("column 2 (spoken)"), wrong.text());
    String table = "GOOD\ttốt\nBAD\tsố 1\n";
    Officer.Answer refused = officer.put("/dictionary/table", TSV, table);
    assertProblem(422, "DICTIONARY_LINE_INVALID", refused);
    assertTrue(refused.json().getString("detail").startsWith("Row 2, column 2"), refused.text());
    assertFalse(officer.get("/dictionary").text().contains("GOOD"));
    assertProblem(
        422, "DICTIONARY_ROW_TWICE", officer.put("/dictionary/table", TSV, "A\ta\nA\tb\n"));
    assertProblem(404, "DICTIONARY_ENTRY_UNKNOWN", officer.delete("/dictionary?written=NOBODY"));
    assertProblem(400, "REQUEST_INVALID", officer.put("/dictionary", new JsonObject()));
    assertProblem(400, "REQUEST_INVALID", officer.put("/dictionary", row("x".repeat(500), "dài")));
    assertProblem(
        413, "BODY_TOO_LARGE", officer.put("/dictionary/table", TSV, "#".repeat(3_000_000)));
  }

  @Test
  void a_stranger_may_not_read_or_write_it() {
    Officer stranger = new Officer(office.httpPort(), "wrong");
    assertProblem(401, "LOGIN_NEEDED", stranger.get("/dictionary"));
    assertProblem(401, "LOGIN_NEEDED", stranger.put("/dictionary", row("A", "a")));
    assertProblem(401, "LOGIN_NEEDED", stranger.delete("/dictionary?written=A"));
  }

  @Test
  void it_outlives_the_office_and_a_table_brings_it_to_another(
      @TempDir Path old, @TempDir Path young) {
    String table;
    try (TestOffice first = TestOffice.open(old)) {
      first.officer().put("/dictionary", row("HTXNN", "hợp tác xã nông nghiệp"));
    }
    try (TestOffice again = TestOffice.open(old)) {
      assertTrue(
          again
              .officer()
              .post("/script", new JsonObject().put("text", "HTXNN."))
              .text()
              .contains("hợp tác xã nông nghiệp"));
      table = again.officer().get("/dictionary/table").text();
    }
    try (TestOffice other = TestOffice.open(young)) {
      other.officer().put("/dictionary", row("OLD", "cũ"));
      JsonObject taken = other.officer().put("/dictionary/table?replace=true", TSV, table).json();
      assertEquals(1, taken.getInteger("rows"));
      assertEquals(table, other.officer().get("/dictionary/table").text());
    }
  }

  private JsonObject entry(String written) {
    return officer.get("/dictionary").json().getJsonArray("entries").stream()
        .map(JsonObject.class::cast)
        .filter(entry -> entry.getString("written").equals(written))
        .findFirst()
        .orElseThrow();
  }

  private String said(String text) {
    return spoken(officer.post("/script", new JsonObject().put("text", text)).json());
  }

  private static String spoken(JsonObject reading) {
    return reading.getJsonArray("script").getJsonObject(0).getString("spoken");
  }

  private static JsonObject row(String written, String spoken) {
    return new JsonObject().put("written", written).put("spoken", spoken);
  }

  private static void assertProblem(int status, String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
    assertEquals(status, answer.status());
  }
}
