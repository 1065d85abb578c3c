// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loalang.controller.kit.Account;
import loalang.controller.kit.Codes;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts from the first login to the last, through the real door. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountsApiTest {
  private static final String OTHER = "năm con trâu đỏ";

  private final Path data;

  AccountsApiTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void the_first_account_is_admin_and_officer_and_the_last_admin_stays() {
    try (TestOffice office = TestOffice.open(data)) {
      Account first = new Account(office.httpPort(), "canbo", office.firstPassword().orElseThrow());
      JsonArray grants = first.get("/me").json().getJsonArray("grants");
      assertEquals(List.of("admin", "officer"), roles(grants));

      assertCode("LAST_ADMIN", first.post("/accounts/canbo/disable"));
      JsonObject none = new JsonObject().put("grants", new JsonArray());
      assertCode("LAST_ADMIN", first.put("/accounts/canbo/grants", none));
      Account second = Account.make(office, "lan", "admin");
      assertEquals(200, second.put("/accounts/canbo/grants", none).status());
      assertCode("NOT_ALLOWED", first.get("/accounts")); // at once, in a session that was open
      assertCode("LAST_ADMIN", office.officer().post("/accounts/lan/disable", "text/plain", ""));
    }
  }

  @Test
  void a_one_time_password_opens_nothing_but_the_change_of_it() {
    try (TestOffice office = TestOffice.open(data)) {
      String oneTime = add(office, "lan", "officer").getString("oneTimePassword");
      Account lan = new Account(office.httpPort(), "lan", oneTime);
      assertCode("PASSWORD_CHANGE_NEEDED", lan.get("/notices"));
      assertCode("PASSWORD_COMMON", lan.choose(oneTime, "anhyeuem123"));
      assertCode("PASSWORD_COMMON", lan.choose(oneTime, oneTime));
      assertCode("PASSWORD_WRONG", lan.choose("đoán mò thôi", OTHER));
      assertEquals(200, lan.choose(oneTime, OTHER).status());
      assertEquals(200, lan.get("/notices").status());
      assertEquals(401, Account.tryLogin(office.httpPort(), "lan", oneTime, "").statusCode());
      assertEquals(303, Account.tryLogin(office.httpPort(), "lan", OTHER, "").statusCode());
      String apart = Normalizer.normalize(OTHER, Normalizer.Form.NFD); // as another keyboard does
      assertEquals(303, Account.tryLogin(office.httpPort(), "lan", apart, "").statusCode());
    }
  }

  @Test
  void a_session_outlives_a_restart_and_no_token_is_stored() throws IOException {
    String cookie;
    try (TestOffice office = TestOffice.open(data)) {
      cookie = Account.make(office, "lan", "viewer").cookie();
    }
    String token = cookie.substring(cookie.indexOf('=') + 1);
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(token), file.toString());
      }
    }
    try (TestOffice office = TestOffice.open(data)) {
      Account lan = new Account(office.httpPort(), cookie);
      assertEquals(200, lan.get("/notices").status());
      office.officer().post("/accounts/lan/disable", "text/plain", "");
      assertEquals(401, lan.get("/notices").status());
      assertEquals(
          401, Account.tryLogin(office.httpPort(), "lan", Account.PASSWORD, "").statusCode());
      office.officer().post("/accounts/lan/enable", "text/plain", "");
      assertEquals(401, lan.get("/notices").status()); // it does not come back
      assertEquals(
          200, new Account(office.httpPort(), "lan", Account.PASSWORD).get("/me").status());
    }
  }

  @Test
  void sessions_are_listed_and_ended_and_a_new_password_ends_the_others() {
    try (TestOffice office = TestOffice.open(data)) {
      Account desk = Account.make(office, "lan", "viewer");
      Account phone = new Account(office.httpPort(), "lan", Account.PASSWORD);
      JsonArray sessions = desk.get("/me/sessions").json().getJsonArray("sessions");
      assertEquals(2, sessions.size());
      String id = phone.get("/me").json().getString("session");
      assertEquals(200, desk.delete("/me/sessions/" + id).status());
      assertEquals(401, phone.get("/me").status());
      assertCode("SESSION_UNKNOWN", desk.delete("/me/sessions/" + id));

      Account tablet = new Account(office.httpPort(), "lan", Account.PASSWORD);
      assertEquals(200, desk.choose(Account.PASSWORD, OTHER).status());
      assertEquals(401, tablet.get("/me").status());
      assertEquals(200, desk.get("/me").status());
      office.officer().delete("/accounts/lan/sessions");
      assertEquals(401, desk.get("/me").status());
    }
  }

  @Test
  void a_second_factor_is_asked_for_once_it_is_confirmed_and_each_code_opens_once() {
    try (TestOffice office = TestOffice.open(data)) {
      int port = office.httpPort();
      Account lan = Account.make(office, "lan", "viewer");
      String secret = lan.post("/me/totp").json().getString("secret");
      assertCode("TOTP_WRONG", lan.put("/me/totp", code("000000")));
      assertEquals(303, Account.tryLogin(port, "lan", Account.PASSWORD, "").statusCode());
      String now = Codes.now(secret);
      JsonArray recovery = lan.put("/me/totp", code(now)).json().getJsonArray("recoveryCodes");
      assertEquals(8, recovery.size());

      assertTrue(
          Account.tryLogin(port, "lan", Account.PASSWORD, "").body().contains("mã xác thực"));
      assertEquals(401, Account.tryLogin(port, "lan", Account.PASSWORD, now).statusCode()); // used
      String next = Codes.at(secret, Instant.now().plusSeconds(30));
      assertEquals(303, Account.tryLogin(port, "lan", Account.PASSWORD, next).statusCode());
      String spare = recovery.getString(0);
      assertEquals(303, Account.tryLogin(port, "lan", Account.PASSWORD, spare).statusCode());
      assertEquals(401, Account.tryLogin(port, "lan", Account.PASSWORD, spare).statusCode());
      assertCode("TOTP_NEEDED", lan.delete("/me/totp"));
      office.officer().delete("/accounts/lan/totp");
      assertEquals(303, Account.tryLogin(port, "lan", Account.PASSWORD, "").statusCode());
    }
  }

  @Test
  void guessing_codes_is_slowed_down_too() {
    try (TestOffice office = TestOffice.open(data)) {
      Account lan = Account.make(office, "lan", "viewer");
      lan.post("/me/totp");
      for (int i = 0; i < 5; i++) {
        assertCode("TOTP_WRONG", lan.put("/me/totp", code("00000" + i)));
      }
      assertCode("LOGIN_TOO_OFTEN", lan.put("/me/totp", code("000009")));
    }
  }

  @Test
  void an_account_that_does_not_exist_answers_as_one_that_does_and_as_slowly() {
    try (TestOffice office = TestOffice.openWithCostlyPasswords(data)) {
      Account.make(office, "lan", "viewer");
      HttpResponse<String> known = Account.tryLogin(office.httpPort(), "lan", "sai bét rồi", "");
      HttpResponse<String> unknown =
          Account.tryLogin(office.httpPort(), "ai-do", "sai bét rồi", "");
      assertEquals(known.body().replace("\"lan\"", "\"ai-do\""), unknown.body());
      assertEquals(known.statusCode(), unknown.statusCode());
      long there = IntStream.range(0, 4).mapToLong(i -> nanos(office, "lan")).min().orElseThrow();
      long gone = IntStream.range(0, 4).mapToLong(i -> nanos(office, "ai-do")).min().orElseThrow();
      assertTrue(
          gone > there / 3 && there > gone / 3,
          "known %d ns, unknown %d ns".formatted(there, gone));
    }
  }

  @Test
  void a_hamlet_head_speaks_to_the_own_hamlet_only() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer commandLine = office.officer();
      FakeNode.join(commandLine.ticket("loa-1", "thon-1")).close();
      FakeNode.join(commandLine.ticket("loa-2", "thon-2")).close();
      String notice = commandLine.notice("Mời họp.");
      Account head = Account.make(office, "truong-thon", "hamlet-head@thon-1");
      JsonObject wish =
          new JsonObject()
              .put("notice", notice)
              .put("startAt", Instant.now().plusSeconds(3600).toString());
      assertCode(
          "NOT_ALLOWED", head.post("/airings", wish.copy().put("zones", JsonArray.of("thon-2"))));
      assertCode(
          "NOT_ALLOWED",
          head.post("/airings", wish.copy().put("zones", JsonArray.of("thon-1", "thon-2"))));
      assertEquals(
          201, head.post("/airings", wish.copy().put("zones", JsonArray.of("thon-1"))).status());
      String other = commandLine.airNow(notice, "thon-2");
      assertCode("NOT_ALLOWED", head.post("/airings/" + other + "/stop"));
    }
  }

  @Test
  void names_are_held_to_a_form_and_are_one_persons() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      for (String name : List.of("Lan", "l", "command-line", "lan hương", "../x", "-lan")) {
        assertCode("ACCOUNT_NAME_INVALID", officer.post("/accounts", wish(name, "viewer")));
      }
      assertEquals(201, officer.post("/accounts", wish("lan", "viewer")).status());
      assertCode("ACCOUNT_TAKEN", officer.post("/accounts", wish("lan", "viewer")));
      assertCode("ACCOUNT_UNKNOWN", officer.post("/accounts/huong/disable", "text/plain", ""));
      assertCode("REQUEST_INVALID", officer.post("/accounts", wish("huong", "king")));
      JsonObject scopedAdmin = wish("huong", "admin");
      scopedAdmin.getJsonArray("grants").getJsonObject(0).put("zones", JsonArray.of("thon-1"));
      assertCode("REQUEST_INVALID", officer.post("/accounts", scopedAdmin));
    }
  }

  private static JsonObject add(TestOffice office, String name, String role) {
    return office.officer().post("/accounts", wish(name, role)).json();
  }

  private static JsonObject wish(String name, String role) {
    return new JsonObject()
        .put("name", name)
        .put("grants", JsonArray.of(new JsonObject().put("role", role)));
  }

  private static JsonObject code(String figures) {
    return new JsonObject().put("code", figures);
  }

  private static long nanos(TestOffice office, String name) {
    long begin = System.nanoTime();
    Account.tryLogin(office.httpPort(), name, "sai bét rồi", "");
    return System.nanoTime() - begin;
  }

  private static List<String> roles(JsonArray grants) {
    return grants.stream().map(grant -> ((JsonObject) grant).getString("role")).toList();
  }

  private static void assertCode(String code, Officer.Answer answer) {
    assertEquals(code, answer.json().getString("code"), answer.text());
  }
}
