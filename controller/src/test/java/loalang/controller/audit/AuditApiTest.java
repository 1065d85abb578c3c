// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import loalang.controller.kit.Account;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log keeps, through the real door, and what it does not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditApiTest {
  private final Path data;

  AuditApiTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void each_deed_leaves_who_what_and_from_where() {
    try (TestOffice office = TestOffice.open(data)) {
      Account lan = Account.make(office, "lan", "officer");
      JsonObject notice = lan.post("/notices", new JsonObject().put("text", "Mời họp.")).json();
      JsonObject row = newest(office.officer(), notice.getString("id"));
      assertEquals("lan", row.getString("by"));
      assertEquals("notice-made", row.getString("deed"));
      assertEquals("127.0.0.1", row.getString("address"));
      assertEquals(64, row.getString("after").length());

      List<String> deeds =
          office.officer().get("/audit?object=lan").json().getJsonArray("entries").stream()
              .map(entry -> ((JsonObject) entry).getString("deed"))
              .toList();
      assertEquals(List.of("password-changed", "logged-in", "account-added"), deeds);
    }
  }

  @Test
  void what_was_refused_leaves_no_row() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      long before = rows(officer);
      officer.post("/accounts/khong-co/disable", "text/plain", "");
      officer.post("/airings/khong-co/stop", "text/plain", "");
      officer.delete("/dictionary?written=KXX");
      assertEquals(before, rows(officer));
    }
  }

  @Test
  void no_secret_and_no_text_is_in_it() {
    try (TestOffice office = TestOffice.open(data)) {
      Account lan = Account.make(office, "lan", "officer");
      String secret = lan.post("/me/totp").json().getString("secret");
      lan.post("/notices", new JsonObject().put("text", "Lời nhắn riêng tư."));
      String log = office.officer().get("/audit/export").text();
      assertTrue(log.lines().count() >= 5, log);
      assertFalse(log.contains(Account.PASSWORD), log);
      assertFalse(log.contains(secret), log);
      assertFalse(log.contains("riêng tư"), log);
      assertFalse(log.contains(lan.cookie().split("=", 2)[1]), log);
      assertFalse(log.contains(office.officer().token()), log);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET by_whom = 'huong' WHERE number = 2",
        "DELETE FROM audit_entry WHERE number = 2",
        "DELETE FROM audit_entry WHERE number = (SELECT MAX(number) FROM audit_entry)",
        "INSERT INTO audit_entry SELECT number + 9, at_ms, by_whom, address, deed, object, before,"
            + " after, note, previous, digest FROM audit_entry WHERE number = 2"
      })
  void whoever_changes_the_database_past_the_office_is_found_out(String sql) {
    try (TestOffice office = TestOffice.open(data)) {
      Account.make(office, "lan", "officer");
      JsonObject whole = office.officer().get("/audit/verification").json();
      assertTrue(whole.getBoolean("holds"), whole.encode());
      assertTrue(whole.getInteger("rows") >= 4, whole.encode());
    }
    sabotage(sql);
    try (TestOffice office = TestOffice.open(data)) {
      JsonObject broken = office.officer().get("/audit/verification").json();
      assertFalse(broken.getBoolean("holds"), broken.encode());
      assertEquals("AUDIT_BROKEN", broken.getJsonObject("problem").getString("code"));
    }
  }

  @Test
  void many_at_once_make_one_chain() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      JsonObject entry = new JsonObject().put("spoken", "khu xóm");
      List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
          .forEach(
              i ->
                  assertEquals(
                      200,
                      officer.put("/dictionary", entry.copy().put("written", "KX" + i)).status()));
      JsonObject verdict = officer.get("/audit/verification").json();
      assertTrue(verdict.getBoolean("holds"), verdict.encode());
      assertEquals(9, verdict.getInteger("rows"), verdict.encode());
    }
  }

  private void sabotage(String sql) {
    String url = "jdbc:sqlite:" + data.resolve("controller.db").toAbsolutePath();
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long rows(Officer officer) {
    return officer.get("/audit/verification").json().getLong("rows");
  }

  private static JsonObject newest(Officer officer, String object) {
    JsonArray entries = officer.get("/audit?object=" + object).json().getJsonArray("entries");
    return entries.getJsonObject(0);
  }
}
