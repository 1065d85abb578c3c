// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.controller.OfficeTools;
import loalang.controller.kit.Account;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What quiet hours hold back is heard when two different people say so, and not before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecondPersonApiTest {
  private static final String REQUEST = "/schedule/held/hop-dem/request";
  private static final String RELEASE = "/schedule/held/hop-dem/release";

  private final Path data;
  private final Instant start =
      Instant.now().plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS);
  private final Set<String> made = new HashSet<>();

  SecondPersonApiTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void two_people_let_it_through_and_a_restart_remembers_it() {
    try (TestOffice office = sleeping()) {
      Account one = account(office, "chu-tich");
      Account other = account(office, "pho-chu-tich");
      Officer officer = office.officer();
      putSheet(officer);
      assertEquals(List.of("hop-dem"), ids(officer, "/schedule/held", "held"));

      assertEquals("chu-tich", one.post(REQUEST).json().getString("requestedBy"));
      assertEquals(201, other.post(REQUEST).status()); // a second request changes nothing
      Officer.Answer refused = one.post(RELEASE);
      assertEquals("RELEASE_SAME_PERSON", refused.json().getString("code"));
      assertEquals(409, refused.status());
      assertEquals(List.of(), planned(officer));

      assertEquals("planned", other.post(RELEASE).json().getString("state"));
      assertEquals(List.of("hop-dem"), planned(officer));
      assertEquals(List.of(), ids(officer, "/schedule/held", "held"));
    }
    try (TestOffice office = sleeping()) {
      assertEquals(List.of("hop-dem"), planned(office.officer()));
      assertEquals(404, account(office, "chu-tich").post(RELEASE).status());
    }
  }

  @Test
  void what_was_released_goes_with_its_sheet_for_good() {
    try (TestOffice office = sleeping()) {
      Officer officer = office.officer();
      putSheet(officer);
      account(office, "chu-tich").post(REQUEST);
      account(office, "pho-chu-tich").post(RELEASE);
      assertEquals(List.of("hop-dem"), planned(officer));
      assertEquals(200, officer.delete("/programmes/dem").status());
      assertEquals(List.of(), planned(officer));
    }
    try (TestOffice office = sleeping()) {
      assertEquals(List.of(), planned(office.officer()));
    }
  }

  @Test
  void nobody_releases_what_nobody_asked_for() {
    try (TestOffice office = sleeping()) {
      Account one = account(office, "chu-tich");
      putSheet(office.officer());
      assertEquals("RELEASE_NOT_REQUESTED", one.post(RELEASE).json().getString("code"));
      assertEquals(
          "RELEASE_NOT_NEEDED",
          one.post("/schedule/held/khong-co/request").json().getString("code"));
    }
  }

  @Test
  void a_request_outlives_a_restart_and_is_still_one_persons() {
    try (TestOffice office = sleeping()) {
      putSheet(office.officer());
      assertEquals(201, account(office, "chu-tich").post(REQUEST).status());
    }
    try (TestOffice office = sleeping()) {
      assertEquals(
          "RELEASE_SAME_PERSON",
          account(office, "chu-tich").post(RELEASE).json().getString("code"));
      Account other = account(office, "pho-chu-tich");
      assertEquals("planned", other.post(RELEASE).json().getString("state"));
    }
  }

  @Test
  void a_single_airing_that_was_released_survives_a_restart() {
    try (TestOffice office = sleeping()) {
      ask(office.officer());
      assertEquals(201, account(office, "chu-tich").post(REQUEST).status());
      assertEquals(200, account(office, "pho-chu-tich").post(RELEASE).status());
    }
    try (TestOffice office = sleeping()) {
      assertEquals(List.of("hop-dem"), planned(office.officer()));
      assertEquals("planned", office.officer().get("/airings/hop-dem").json().getString("state"));
    }
  }

  @Test
  void a_single_airing_that_waits_for_a_second_person_still_waits_after_a_restart() {
    try (TestOffice office = sleeping()) {
      ask(office.officer());
      assertEquals(201, account(office, "chu-tich").post(REQUEST).status());
    }
    try (TestOffice office = sleeping()) {
      assertEquals(List.of("hop-dem"), ids(office.officer(), "/schedule/held", "held"));
      assertEquals(200, account(office, "pho-chu-tich").post(RELEASE).status());
      assertEquals(List.of("hop-dem"), planned(office.officer()));
    }
    try (TestOffice office = sleeping()) {
      assertEquals(List.of("hop-dem"), planned(office.officer()));
      assertEquals(List.of(), ids(office.officer(), "/schedule/held", "held"));
    }
  }

  @Test
  void a_single_airing_that_waits_can_be_withdrawn_for_good() {
    try (TestOffice office = sleeping()) {
      ask(office.officer());
      assertEquals(200, office.officer().delete("/schedule/held/hop-dem").status());
      assertEquals(List.of(), ids(office.officer(), "/schedule/held", "held"));
      assertEquals(404, office.officer().delete("/schedule/held/hop-dem").status());
    }
    try (TestOffice office = sleeping()) {
      assertEquals(List.of(), ids(office.officer(), "/schedule/held", "held"));
      putSheet(office.officer());
      Officer.Answer refused = office.officer().delete("/schedule/held/hop-dem");
      assertEquals("RELEASE_IN_SHEET", refused.json().getString("code"), refused.text());
    }
  }

  @Test
  void what_nobody_let_through_stands_in_the_log_even_if_no_office_ran_then() {
    try (TestOffice office = sleeping()) {
      ask(office.officer());
    }
    try (TestOffice office = twoHoursLater()) {
      JsonObject airing =
          office
              .officer()
              .await(
                  () -> office.officer().get("/airings/hop-dem").json(),
                  found -> "skipped".equals(found.getString("state")));
      assertEquals("RELEASE_NOT_GIVEN", airing.getJsonObject("problem").getString("code"));
    }
  }

  private TestOffice twoHoursLater() {
    OfficeTools tools = TestOffice.tools();
    return TestOffice.open(
        TestOffice.config(data, TestOffice.quietNow()),
        new OfficeTools(
            tools.production(),
            tools.shelf(),
            tools.speech(),
            tools.reading(),
            InstantSource.offset(tools.now(), Duration.ofHours(2))));
  }

  private void ask(Officer officer) {
    FakeNode.join(officer.ticket("thon-1", "xa")).close();
    JsonObject wish =
        new JsonObject()
            .put("id", "hop-dem")
            .put("notice", officer.notice("Họp."))
            .put("zones", JsonArray.of("xa"))
            .put("startAt", start.toString());
    assertEquals("RUNDOWN_QUIET_HOURS", officer.post("/airings", wish).json().getString("code"));
  }

  @Test
  void who_is_no_approver_asks_and_does_not_release() {
    try (TestOffice office = sleeping()) {
      putSheet(office.officer());
      Account officer = Account.make(office, "can-bo-2", "officer");
      Account head = Account.make(office, "truong-thon", "hamlet-head@thon-2");
      Account approver = Account.make(office, "pho-2", "approver@xa");

      assertEquals("NOT_ALLOWED", head.post(REQUEST).json().getString("code")); // not their zone
      assertEquals(201, officer.post(REQUEST).status());
      assertEquals("NOT_ALLOWED", officer.post(RELEASE).json().getString("code"));
      assertEquals("planned", approver.post(RELEASE).json().getString("state"));
    }
  }

  @Test
  void the_command_line_is_no_second_person_for_what_it_asked_itself() {
    try (TestOffice office = sleeping()) {
      Officer commandLine = office.officer();
      putSheet(commandLine);
      assertEquals(201, commandLine.post(REQUEST, "text/plain", "").status());
      Officer.Answer refused = commandLine.post(RELEASE, "text/plain", "");
      assertEquals("RELEASE_SAME_PERSON", refused.json().getString("code"));
      Account approver = Account.make(office, "pho-2", "approver");
      assertEquals("planned", approver.post(RELEASE).json().getString("state"));
    }
  }

  private TestOffice sleeping() {
    return TestOffice.open(TestOffice.config(data, TestOffice.quietNow()), TestOffice.tools());
  }

  /** Both may ask and release, so that only their being two people counts. */
  private Account account(TestOffice office, String name) {
    return made.add(name)
        ? Account.make(office, name, "officer", "approver")
        : new Account(office.httpPort(), name, Account.PASSWORD);
  }

  private void putSheet(Officer officer) {
    String at =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(start.atZone(TestOffice.VIETNAM));
    String sheet =
        """
        one-offs:
          - {id: hop-dem, announcement: moi-hop, zones: xa, at: "%s"}
        """
            .formatted(at);
    assertEquals(200, officer.put("/programmes/dem", "application/yaml", sheet).status());
  }

  private static List<String> planned(Officer officer) {
    return ids(officer, "/rundown?zone=xa", "items");
  }

  private static List<String> ids(Officer officer, String path, String list) {
    return officer.get(path).json().getJsonArray(list).stream()
        .map(row -> ((JsonObject) row).getString("id"))
        .toList();
  }
}
