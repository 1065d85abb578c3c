// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.order.Order;
import loalang.schedules.quiet.QuietHours;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A road whose loudspeakers hear each other: said in a sheet, shown, and carried to the poles. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EchoApiTest {
  private static final String ROAD =
      """
      zones: [{zone: thon-1, in: xa}, {zone: thon-2, in: xa}, {zone: thon-3, in: xa}]
      echo: [{id: duong-lang, clusters: [thon-1, thon-2], step: 700 ms}]
      campaigns:
        - {id: nhac, title: Nhắc, days: daily, zones: xa, announcements: nhac-viec, at: "12:00",
           voices: [{zones: thon-2, dialect: southern}]}
      """;

  @Test
  void neighbours_start_one_after_the_other_and_each_pole_has_one_order(@TempDir Path data)
      throws InterruptedException {
    try (TestOffice office = TestOffice.open(data);
        FakeNode near = FakeNode.join(office.officer().ticket("cum-mot", "thon-1", "xa"));
        FakeNode next = FakeNode.join(office.officer().ticket("cum-hai", "thon-2", "xa"));
        FakeNode far = FakeNode.join(office.officer().ticket("cum-ba", "thon-3", "xa"))) {
      Officer officer = office.officer();
      assertEquals(200, officer.put("/programmes/duong", "application/yaml", ROAD).status());
      JsonObject wish =
          new JsonObject()
              .put("notice", officer.notice("Mời họp."))
              .put("zones", JsonArray.of("xa"));
      assertEquals(201, officer.post("/airings", wish).status());

      Order.Play first = near.nextPlay();
      Order.Play second = next.nextPlay();
      Order.Play elsewhere = far.nextPlay();

      assertEquals(Duration.ofMillis(700), Duration.between(first.startAt(), second.startAt()));
      assertEquals(first.startAt(), elsewhere.startAt());
      assertEquals(List.of(first.airing(), first.airing()), airings(second, elsewhere));
      assertNull(near.orderWithin(Duration.ofMillis(200)));
      assertNull(next.orderWithin(Duration.ofMillis(200)));
    }
  }

  @Test
  void the_rundown_shows_who_starts_later_and_who_wants_which_voice(@TempDir Path data) {
    QuietHours night =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(5, 0), TestOffice.VIETNAM); // not at noon
    try (TestOffice office = TestOffice.open(TestOffice.config(data, night), TestOffice.tools())) {
      Officer officer = office.officer();
      assertEquals(200, officer.put("/programmes/duong", "application/yaml", ROAD).status());

      JsonObject item =
          officer.get("/rundown?zone=xa").json().getJsonArray("items").getJsonObject(0);

      JsonObject delay = item.getJsonArray("delays").getJsonObject(0);
      assertEquals(JsonArray.of("thon-2"), delay.getJsonArray("clusters"), item.encode());
      assertEquals(700, delay.getInteger("millis"), item.encode());
      JsonObject voice = item.getJsonArray("voices").getJsonObject(0);
      assertEquals("southern", voice.getString("dialect"), item.encode());
      assertEquals(JsonArray.of("thon-2"), voice.getJsonArray("zones"), item.encode());
    }
  }

  private static List<?> airings(Order.Play... plays) {
    return List.of(plays).stream().map(Order.Play::airing).toList();
  }
}
