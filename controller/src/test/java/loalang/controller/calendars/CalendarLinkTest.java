// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.calendars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.controller.kit.Account;
import loalang.controller.kit.Clerk;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A phone's calendar reads the schedule by an address that its owner made, and no longer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarLinkTest {
  private static final String HERE = "/me/calendars";
  private static final Pattern ADDRESS =
      Pattern.compile("http://[^/<]+(/calendar/[0-9a-f]+\\.ics)");

  private TestOffice office;
  private FakeNode market;
  private FakeNode hamlet;
  private Clerk phone;

  @BeforeAll
  void open(@TempDir Path data) {
    office = TestOffice.open(data);
    Officer officer = office.officer();
    market = FakeNode.join(officer.ticket("cho-1", "cho"));
    hamlet = FakeNode.join(officer.ticket("thon-mot-1", "thon-mot"));
    String notice = officer.notice("Mời bà con họp.");
    String sheet =
        """
        programmes:
          - id: sang
            title: Bản tin sáng
            zones: cho
            slots:
              - {id: tin, at: "06:00", days: daily, announcement: %1$s}
          - id: chieu
            title: Bản tin chiều
            zones: thon-mot
            slots:
              - {id: tin, at: "17:00", days: daily, announcement: %1$s}
        """
            .formatted(notice);
    officer.put("/programmes/hai-buoi", "application/yaml", sheet);
    Account.make(office, "lan", "officer");
    Account.make(office, "binh", "hamlet-head@thon-mot");
    phone = new Clerk(office); // nobody is logged in on it
  }

  @AfterAll
  void close() {
    hamlet.close();
    market.close();
    office.close();
  }

  @Test
  void
      an_address_is_shown_once_reads_its_scope_and_ends_when_another_is_made_or_it_is_taken_back() {
    Clerk lan = new Clerk(office).logIn("lan", Account.PASSWORD);

    String all = made(lan, "");
    String market = made(lan, "cho");

    // What a calendar gets, without a cookie.
    Clerk.Page commune = phone.get(all);
    assertEquals(200, commune.status());
    assertTrue(commune.text().startsWith("BEGIN:VCALENDAR"), commune.text());
    assertTrue(commune.text().contains("LOCATION:cho"), commune.text());
    assertTrue(commune.text().contains("LOCATION:thon-mot"), commune.text());
    String ofMarket = phone.get(market).text();
    assertTrue(ofMarket.contains("LOCATION:cho"), ofMarket);
    assertFalse(ofMarket.contains("thon-mot"), ofMarket);

    // Shown once; the page only knows that it is read.
    String page = lan.get(HERE).text();
    assertFalse(ADDRESS.matcher(page).find(), page);
    assertTrue(page.contains("được đọc gần nhất"), page);

    // Another one takes its place.
    String fresh = made(lan, "");
    assertNotEquals(all, fresh);
    assertEquals(404, phone.get(all).status());
    assertEquals(200, phone.get(fresh).status());

    // Taken back.
    Matcher back = Pattern.compile(HERE + "/(\\d+)/back").matcher(lan.get(HERE).text());
    while (back.find()) {
      Clerk.Page gone = lan.post(HERE + "/" + back.group(1) + "/back", Map.of());
      assertEquals(HERE + "?said=calendar-taken-back", gone.location());
    }
    assertEquals(404, phone.get(fresh).status());
    assertEquals(404, phone.get(market).status());
    String log = office.officer().get("/audit").text();
    assertTrue(log.contains("calendar-made") && log.contains("calendar-taken-back"), log);
    assertFalse(log.contains(secret(fresh)), log);
  }

  @Test
  void a_head_gets_the_own_hamlet_alone_and_nothing_once_the_role_or_the_account_is_gone() {
    Clerk binh = new Clerk(office).logIn("binh", Account.PASSWORD);
    assertTrue(binh.post(HERE, Map.of("zone", "cho")).text().contains("CALENDAR_SCOPE_DENIED"));
    assertEquals(403, binh.post(HERE, Map.of("zone", "")).status());
    String own = made(binh, "thon-mot");
    assertFalse(phone.get(own).text().contains("LOCATION:cho"));

    // Nobody takes back what is another's.
    Clerk other = new Clerk(office).logIn("lan", Account.PASSWORD);
    Matcher back = Pattern.compile(HERE + "/(\\d+)/back").matcher(binh.get(HERE).text());
    assertTrue(back.find());
    assertEquals(404, other.post(HERE + "/" + back.group(1) + "/back", Map.of()).status());
    assertEquals(200, phone.get(own).status());

    JsonObject elsewhere =
        new JsonObject()
            .put(
                "grants",
                JsonArray.of(
                    new JsonObject().put("role", "viewer").put("zones", JsonArray.of("cho"))));
    assertEquals(200, office.officer().put("/accounts/binh/grants", elsewhere).status());
    assertEquals(404, phone.get(own).status());
  }

  @Test
  void whoever_reads_too_often_waits_and_a_stranger_makes_none() {
    Clerk lan = new Clerk(office).logIn("lan", Account.PASSWORD);
    String address = made(lan, "thon-mot");
    for (int i = 0; i < CalendarDesk.READS; i++) {
      assertEquals(200, phone.get(address).status());
    }

    Clerk.Page waits = phone.get(address);

    assertEquals(429, waits.status());
    assertTrue(waits.text().contains("CALENDAR_TOO_OFTEN"), waits.text());
    assertEquals(303, new Clerk(office).get(HERE).status());
  }

  private static String made(Clerk clerk, String zone) {
    Clerk.Page page = clerk.post(HERE, Map.of("zone", zone));
    assertEquals(200, page.status(), page.text());
    Matcher address = ADDRESS.matcher(page.text());
    assertTrue(address.find(), page.text());
    return address.group(1);
  }

  private static String secret(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }
}
