// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.Gain;
import loalang.protocol.Volume;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.report.SelfCheck;
import loalang.protocol.state.Link;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How loud a pole is and how it looks itself over, as a pole meets it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CareApiTest {
  private static final Volume SOFT_EARLY =
      new Volume(
          new Gain(-3),
          List.of(new Volume.Hours(LocalTime.of(5, 30), LocalTime.of(6, 30), new Gain(-12))));

  private final Path data;

  CareApiTest(@TempDir Path data) {
    this.data = data;
  }

  private static JsonObject softEarly() {
    JsonObject early = new JsonObject().put("from", "05:30").put("until", "06:30").put("gain", -12);
    return new JsonObject().put("level", -3).put("byHour", JsonArray.of(early));
  }

  private static JsonObject volume(Officer officer) {
    return officer.get("/speakers/thon-1/volume").json();
  }

  @Test
  void a_volume_is_shown_as_obeyed_when_the_pole_says_so_and_not_before_it_does() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"))) {
      // When
      Officer officer = office.officer();
      Officer.Answer set = officer.put("/speakers/thon-1/volume", softEarly());
      assertEquals(200, set.status(), set.text());

      // Then
      IssuedOrder order = pole.nextOrder();
      assertEquals(Order.SetGain.of(SOFT_EARLY), order.order());
      assertFalse(volume(officer).getBoolean("isObeyed"));
      assertFalse(volume(officer).containsKey("obeyed"));

      // When
      pole.report(new Report.OrderObeyed(order.warrant().sequence(), SOFT_EARLY));
      pole.awaitAcknowledged(1);

      // Then
      assertTrue(volume(officer).getBoolean("isObeyed"));
      assertEquals(-3.0, volume(officer).getJsonObject("obeyed").getDouble("level"));

      // When
      assertEquals(200, officer.delete("/speakers/thon-1/volume").status());

      // Then
      assertEquals(new Order.SetGain(Gain.CALIBRATED), pole.nextOrder().order());
      assertFalse(volume(officer).getBoolean("isObeyed"));
      assertEquals(-3.0, volume(officer).getJsonObject("obeyed").getDouble("level"));
    }
  }

  @Test
  void a_pole_of_an_earlier_version_is_not_believed_to_obey_hours() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"))) {
      Officer officer = office.officer();
      officer.put("/speakers/thon-1/volume", softEarly());
      pole.report(new Report.OrderObeyed(pole.nextOrder().warrant().sequence()));
      pole.awaitAcknowledged(1);

      assertFalse(volume(officer).getBoolean("isObeyed"));
      assertEquals(new JsonArray(), volume(officer).getJsonObject("obeyed").getJsonArray("byHour"));
    }
  }

  @Test
  void what_a_pole_did_not_answer_it_is_told_again_and_a_newer_wish_takes_its_place() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"))) {
      Officer officer = office.officer();
      officer.put("/speakers/thon-1/volume", softEarly());
      pole.nextOrder();
      officer.put("/speakers/thon-1/volume", new JsonObject().put("level", -20));
      IssuedOrder second = pole.nextOrder();

      pole.tell(Link.ONLINE);

      assertEquals(second, pole.nextOrder());
      pole.report(new Report.OrderRefused(second.warrant().sequence(), RefusalReason.OTHER_ZONE));
      pole.awaitAcknowledged(1);
      assertEquals("other-zone", volume(officer).getJsonObject("wished").getString("refused"));
    }
  }

  @Test
  void what_is_no_volume_is_refused_and_nothing_is_taken_back_that_was_never_set() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"))) {
      Officer officer = office.officer();
      JsonObject loud = new JsonObject().put("level", 3);
      assertEquals(
          "VOLUME_INVALID", officer.put("/speakers/thon-1/volume", loud).json().getString("code"));
      assertEquals(
          "VOLUME_NEVER_SET", officer.delete("/speakers/thon-1/volume").json().getString("code"));
      assertEquals("thon-1", pole.id().value());
    }
  }

  @Test
  void every_pole_of_a_zone_looks_itself_over_and_who_says_nothing_is_waited_for() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"));
        FakeNode other = FakeNode.join(office.officer().ticket("thon-2", "xa"))) {
      // When
      Officer officer = office.officer();
      JsonObject asked = officer.post("/self-tests", new JsonObject().put("zone", "xa")).json();
      assertEquals(JsonArray.of("thon-1", "thon-2"), asked.getJsonArray("asked"));
      IssuedOrder order = pole.nextOrder();
      assertEquals(new Order.SelfTest(), order.order());
      assertEquals(order, other.nextOrder());
      pole.report(
          new Report.SelfTested(
              order.warrant().sequence(),
              List.of(
                  SelfCheck.measured(SelfCheck.SOUND, true, 9_600, 9_600L),
                  SelfCheck.failed(SelfCheck.DISK_WRITE, "IOException"))));
      pole.awaitAcknowledged(1);

      // Then
      JsonObject found = officer.get("/speakers/thon-1/self-test").json();
      assertEquals("bad", found.getString("stage"));
      assertEquals(
          new JsonObject()
              .put("check", "sound")
              .put("finding", "good")
              .put("measured", 9_600)
              .put("due", 9_600),
          found.getJsonArray("checks").getJsonObject(0));
      assertEquals("waiting", officer.get("/speakers/thon-2/self-test").json().getString("stage"));
    }
  }
}
