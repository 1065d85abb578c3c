// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.controller.accounts.Permission;
import loalang.controller.accounts.Role;
import loalang.controller.kit.Account;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is shown a form that would be refused: every page, walked by every role. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsAllowedTest {
  private static final Pattern FORM =
      Pattern.compile(
          "<form[^>]*method=\"post\"[^>]*action=\"([^\"#?]+)", Pattern.UNICODE_CHARACTER_CLASS);

  private static final JsonObject NOTHING = new JsonObject();

  /** What each form needs, the first line that fits; more than one if its buttons differ. */
  private static final Map<String, Set<Permission>> TABLE = table();

  private final List<String> pages = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();
  private String onAir = "";
  private TestOffice office;
  private FakeNode pole;

  private static Map<String, Set<Permission>> table() {
    Map<String, Set<Permission>> table = new LinkedHashMap<>();
    table.put("/(logout|language|me/.+|password)", Set.of(Permission.KEEP_OWN_ACCOUNT));
    table.put("/notices/[^/]+/air", Set.of(Permission.AIR));
    table.put("/(notices.*|voice)", Set.of(Permission.WRITE_NOTICES));
    table.put("/approvals/notices/.+", Set.of(Permission.APPROVE));
    table.put(
        "/approvals/held/.+", Set.of(Permission.RELEASE, Permission.AIR, Permission.ASK_RELEASE));
    table.put("/schedule.*", Set.of(Permission.PLAN));
    table.put("/speakers/(new|[^/]+/place|[^/]+/revoke)", Set.of(Permission.ADD_SPEAKERS));
    table.put("/speakers/.+", Set.of(Permission.TUNE_SPEAKERS));
    table.put("/silence.*", Set.of(Permission.SILENCE));
    table.put("/emergency/airings/.+", Set.of(Permission.RELEASE, Permission.ASK_EMERGENCY));
    table.put("/emergency.*", Set.of(Permission.ASK_EMERGENCY));
    table.put("/airings/.+/stop", Set.of(Permission.STOP));
    table.put("/log/replay", Set.of(Permission.CHANGE_SETTINGS));
    table.put("/office/rules", Set.of(Permission.CHANGE_SETTINGS));
    table.put("/office/accounts.*", Set.of(Permission.MANAGE_ACCOUNTS));
    table.put("/office/audit", Set.of(Permission.READ_AUDIT));
    table.put("/office/dictionary.*", Set.of(Permission.EDIT_DICTIONARY));
    table.put("/office/station", Set.of(Permission.SET_STATION));
    table.put("/office/checkup", Set.of(Permission.CHECK_MACHINE));
    table.put("/office/keys.*", Set.of(Permission.MANAGE_KEYS));
    return table;
  }

  @BeforeAll
  void open(@TempDir Path data) {
    LocalTime now = LocalTime.now(TestOffice.VIETNAM).withNano(0);
    QuietHours later = new QuietHours(now.plusHours(2), now.plusHours(3), TestOffice.VIETNAM);
    office = TestOffice.open(TestOffice.config(data, later), TestOffice.tools());
    Officer officer = office.officer();
    pole = FakeNode.join(officer.ticket("thon-ba-1", "thon-ba"));
    String notice = officer.notice("Mời bà con tiêm chủng.");
    String sheet =
        "one-offs:\n  - {id: tiem, announcement: %s, zones: thon-ba, at: \"2031-01-06 06:00\"}\n"
            .formatted(notice);
    officer.put("/programmes/tiem", "application/yaml", sheet);
    officer.put("/programmes/tiem", "application/yaml", sheet.replace("06:00", "07:00"));
    JsonObject entry = new JsonObject().put("written", "UBND").put("spoken", "ủy ban");
    officer.post("/dictionary", entry);
    officer.put("/speakers/thon-ba-1/volume", new JsonObject().put("level", -6));
    String name = "/notices/" + notice;
    pages.addAll(
        List.of(
            "/",
            "/notices",
            "/notices/new",
            name,
            name + "/edit",
            name + "/air",
            "/voice",
            "/approvals",
            "/schedule",
            "/schedule?view=day&day=2031-01-06",
            "/schedule/new/one-offs",
            "/schedule/new/campaigns",
            "/schedule/calendar",
            "/schedule/session",
            "/schedule/sessions",
            "/schedule/sheets",
            "/schedule/sheets/tiem",
            "/speakers",
            "/speakers/new",
            "/speakers/thon-ba-1",
            "/log",
            "/log/replay",
            "/emergency",
            "/emergency/notices/" + notice,
            "/silence",
            "/office",
            "/office/accounts",
            "/office/audit",
            "/office/dictionary",
            "/office/station",
            "/office/keys",
            "/office/checkup",
            "/office/keys/handed",
            "/me/calendars",
            "/me",
            waitForPeople(officer, notice)));
    onAir = officer.airNow(notice, "thon-ba"); // the pole takes the order and says nothing
  }

  /** Something waits for every kind of yes; the page of the emergency. */
  private String waitForPeople(Officer officer, String notice) {
    Account asks = Account.make(office, "lan", "officer");
    officer.post("/notices/" + officer.notice("Họp thôn lúc bảy giờ.") + "/approval", NOTHING);
    JsonObject wish = new JsonObject().put("notice", notice).put("zones", JsonArray.of("thon-ba"));
    Instant quiet = Instant.now().plus(Duration.ofMinutes(150));
    officer.post("/airings", wish.copy().put("id", "hop").put("startAt", quiet.toString()));
    officer.post("/airings", wish.copy().put("id", "dem").put("startAt", quiet.toString()));
    asks.post("/schedule/held/hop/request");
    String asked = asks.post("/emergencies", wish).json().getString("airing");
    return "/emergency/airings/" + asked;
  }

  @AfterAll
  void close() {
    pole.close();
    office.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void each_role_sees_only_forms_that_it_may_send(Role role) {
    Account account = Account.make(office, "di-" + role.word(), role.word());
    for (String page : pages) {
      for (String action : forms(account, page)) {
        assertTrue(
            needed(action).stream().anyMatch(one -> one.isFor(role)),
            role + " is shown " + action + " on " + page);
      }
    }
  }

  @Test
  void only_who_may_stop_exactly_this_airing_is_shown_how() {
    String stop = "/airings/" + onAir + "/stop";
    Account head = Account.make(office, "di-thon-khac", "hamlet-head@thon-tu");
    assertFalse(forms(head, "/").contains(stop));
    Account here = Account.make(office, "di-thon-nay", "hamlet-head@thon-ba");
    assertTrue(forms(here, "/").contains(stop));
  }

  @Test
  void whoever_may_everything_sees_every_kind_of_form_so_that_the_walk_walks() {
    Account all =
        Account.make(office, "di-het", "officer", "approver", "technician", "hamlet-head", "admin");
    pages.forEach(page -> forms(all, page).forEach(action -> seen.add(line(action))));
    Set<String> unseen = new TreeSet<>(TABLE.keySet());
    unseen.removeAll(seen);
    assertEquals(Set.of(), unseen);
  }

  private static Set<Permission> needed(String action) {
    return TABLE.getOrDefault(line(action), Set.of());
  }

  private static String line(String action) {
    return TABLE.keySet().stream()
        .filter(action::matches)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody said who may send " + action));
  }

  private List<String> forms(Account account, String page) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.httpPort() + page))
            .header("Cookie", account.cookie())
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertTrue(
          Set.of(200, 303, 403).contains(answer.statusCode()),
          page + " " + answer.statusCode() + answer.body());
      List<String> actions = new ArrayList<>();
      Matcher form = FORM.matcher(answer.body());
      while (form.find()) {
        actions.add(form.group(1));
      }
      return actions;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
