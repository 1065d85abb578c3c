// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets by name: shown before, taken in, replaced, exported, taken away. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetApiTest {
  private static final String CAMPAIGN =
      """
      campaigns:
        - {id: %s, title: Nhắc, days: daily, zones: xa, announcements: nhac, at: "%s"}
      """;

  private final Path data;

  SheetApiTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void two_sheets_of_campaigns_do_not_overwrite_each_other_and_survive_a_restart() {
    try (TestOffice office = TestOffice.open(data)) {
      put(office.officer(), "/programmes/thue", campaign("thue", 2));
      put(office.officer(), "/programmes/dich", campaign("dich", 3));
      put(office.officer(), "/programmes", campaign("rac", 4));
    }
    try (TestOffice office = TestOffice.open(data)) {
      assertEquals(List.of("thue", "dich", "api.rac"), names(office.officer()));
      assertEquals(List.of("thue", "dich", "rac"), planned(office.officer()));
    }
  }

  @Test
  void what_a_sheet_does_not_say_any_more_goes() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      put(officer, "/programmes/thue", campaign("thue", 2));
      put(officer, "/programmes/rac", campaign("rac", 4));

      JsonObject changed = put(officer, "/programmes/thue", campaign("dich", 3));

      assertTrue(kinds(changed).containsAll(List.of("added", "removed")), changed.encode());
      assertEquals(List.of("dich", "rac"), planned(officer));
    }
  }

  @Test
  void a_dry_run_shows_the_change_and_the_same_sheet_again_is_none() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      JsonObject shown = put(officer, "/programmes/thue?dryRun=true", campaign("thue", 2));
      assertFalse(kinds(shown).isEmpty());
      assertEquals(List.of(), planned(officer));
      assertEquals(List.of(), names(officer));

      JsonObject first = put(officer, "/programmes/thue", campaign("thue", 2));
      JsonObject again = put(officer, "/programmes/thue", campaign("thue", 2));

      assertEquals(shown.getJsonArray("changes"), first.getJsonArray("changes"));
      assertEquals(List.of(), kinds(again));
    }
  }

  @Test
  void a_sheet_is_given_back_word_for_word_and_taken_away() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      String sheet = "# của ông Ba\n" + campaign("thue", 2);
      put(officer, "/programmes/thue", sheet);
      assertEquals(sheet, officer.get("/programmes/thue").text());
      assertTrue(officer.get("/schedule").text().contains("id: thue"));

      assertEquals(200, officer.delete("/programmes/thue?dryRun=true").status());
      assertEquals(List.of("thue"), planned(officer));
      assertEquals(200, officer.delete("/programmes/thue").status());

      assertEquals(List.of(), planned(officer));
      assertEquals("SHEET_UNKNOWN", officer.get("/programmes/thue").json().getString("code"));
      assertEquals(404, officer.delete("/programmes/thue").status());
    }
  }

  @Test
  void a_sheet_that_contradicts_another_is_not_kept() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      put(officer, "/programmes/mot", "zones:\n  - {zone: thon-1, in: thon-2}\n");
      Officer.Answer refused =
          officer.put(
              "/programmes/hai", "application/yaml", "zones:\n  - {zone: thon-2, in: thon-1}\n");
      assertEquals("ZONE_TREE_INVALID", refused.json().getString("code"), refused.text());
      assertEquals(List.of("mot"), names(officer));
    }
  }

  @Test
  void a_name_that_cannot_stand_in_an_address_is_refused() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer.Answer refused =
          office.officer().put("/programmes/A%20B", "application/yaml", campaign("thue", 2));
      assertEquals("REQUEST_INVALID", refused.json().getString("code"), refused.text());
    }
  }

  private static String campaign(String id, int hoursFromNow) {
    String at =
        LocalTime.now(TestOffice.VIETNAM)
            .plusHours(hoursFromNow)
            .withSecond(0)
            .withNano(0)
            .toString();
    return CAMPAIGN.formatted(id, at);
  }

  private static JsonObject put(Officer officer, String path, String yaml) {
    Officer.Answer answer = officer.put(path, "application/yaml", yaml);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static List<String> names(Officer officer) {
    return texts(officer.get("/programmes").json().getJsonArray("sheets"), "name");
  }

  private static List<String> kinds(JsonObject taken) {
    return texts(taken.getJsonArray("changes"), "kind").stream().distinct().toList();
  }

  private static List<String> planned(Officer officer) {
    return texts(officer.get("/cues?hours=20").json().getJsonArray("cues"), "id").stream()
        .map(id -> id.substring(0, id.indexOf("--")))
        .toList();
  }

  private static List<String> texts(JsonArray array, String field) {
    return array.stream().map(row -> ((JsonObject) row).getString(field)).toList();
  }
}
