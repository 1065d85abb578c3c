// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestClient;
import loalang.controller.kit.TestOffice;
import loalang.protocol.AiringId;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One office, many poles: joining, reporting, stopping, and those who may not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VillageTest {
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
  void a_claim_code_lets_one_pole_in_and_the_same_pole_may_ask_again() {
    ClaimTicket ticket = officer.ticket("vao-1", "vao");
    SigningKey own = SigningKey.generate();
    assertInstanceOf(EnrolmentAnswer.Granted.class, FakeNode.ask(ticket, own));
    assertInstanceOf(EnrolmentAnswer.Granted.class, FakeNode.ask(ticket, own));
    EnrolmentAnswer.Declined declined =
        assertInstanceOf(
            EnrolmentAnswer.Declined.class, FakeNode.ask(ticket, SigningKey.generate()));
    assertEquals("CLAIM_USED", declined.problem().code());
  }

  @Test
  void a_wrong_code_and_a_wrong_password_do_not_connect() {
    try (FakeNode node = FakeNode.join(officer.ticket("khoa-1", "khoa"))) {
      int port = office.mqttPort();
      assertThrows(
          AssertionError.class,
          () -> TestClient.connect(port, "claim-x", "claim-x", "AAAA-BBBB-CCCC"));
      assertThrows(
          AssertionError.class, () -> TestClient.connect(port, "khoa-1", "khoa-1", "wrong"));
      assertThrows(
          AssertionError.class, () -> TestClient.connect(port, "other", "khoa-1", node.password()));
    }
  }

  @Test
  void the_broker_keeps_a_node_to_its_own_topics() {
    try (FakeNode node = FakeNode.join(officer.ticket("hang-1", "hang"))) {
      String root = "loa/v1/ha-dong/";
      assertTrue(node.client().subscribeCode(root + "audio/+") <= 2);
      for (String filter : new String[] {"#", root + "#", root + "order/+", root + "report/+"}) {
        assertTrue(node.client().subscribeCode(filter) >= 0x80, filter);
      }
      assertTrue(node.client().publishCode(root + "order/zone/hang") >= 0x80);
      assertTrue(node.client().publishCode(root + "report/khac-1") >= 0x80);
    }
  }

  @Test
  void a_pole_that_was_away_gets_its_order_when_it_comes() {
    FakeNode node = FakeNode.join(officer.ticket("vang-1", "vang"));
    node.close();
    String airing = officer.airNow(officer.notice("Họp dân."), "vang");
    officer.await(airing, "vang-1", "expected");
    node.connect();
    IssuedOrder order = node.nextOrder();
    assertEquals(airing, ((Order.Play) order.order()).airing().value());
    node.close();
  }

  @Test
  void reports_out_of_order_are_stored_and_acknowledged_up_to_the_gap() throws Exception {
    try (FakeNode node = FakeNode.join(officer.ticket("lon-1", "lon"))) {
      String airing = officer.airNow(officer.notice("Lộn xộn."), "lon");
      IssuedOrder order = node.nextOrder();
      AiringId id = new AiringId(airing);
      node.sealNext(new Report.Accepted(id, order.warrant().sequence()));
      node.sealNext(new Report.Started(id, Instant.now()));
      node.sealNext(FakeNode.ended(id, Outcome.PARTIAL, 100));
      node.resend(3);
      officer.await(airing, "lon-1", "partial");
      assertEquals(1, count("chain_fault WHERE speaker = 'lon-1' AND healed_ms IS NULL"));
      node.resend(1);
      node.resend(2);
      node.awaitAcknowledged(3);
      assertEquals(0, count("chain_fault WHERE speaker = 'lon-1' AND healed_ms IS NULL"));
      assertEquals(3, count("report WHERE speaker = 'lon-1'"));
    }
  }

  @Test
  void a_report_somebody_else_signed_changes_nothing() throws Exception {
    try (FakeNode node = FakeNode.join(officer.ticket("gia-1", "gia"))) {
      String airing = officer.airNow(officer.notice("Giả."), "gia");
      IssuedOrder order = node.nextOrder();
      String topic = node.topics().report(node.id());
      node.client().publish(topic, "not signed".getBytes(StandardCharsets.US_ASCII));
      node.report(new Report.Accepted(new AiringId(airing), order.warrant().sequence()));
      node.awaitAcknowledged(1);
      assertEquals(1, count("report WHERE speaker = 'gia-1'"));
    }
  }

  @Test
  void a_stop_reaches_the_pole_and_its_word_ends_the_airing() {
    try (FakeNode node = FakeNode.join(officer.ticket("dung-1", "dung"))) {
      String airing = officer.airNow(officer.notice("Dừng."), "dung");
      IssuedOrder play = node.nextOrder();
      AiringId id = new AiringId(airing);
      node.report(new Report.Accepted(id, play.warrant().sequence()));
      assertEquals(202, officer.post("/airings/" + airing + "/stop", "text/plain", "").status());
      IssuedOrder stop = node.nextOrder();
      assertEquals(new Order.Stop(id), stop.order());
      assertEquals(play.warrant().sequence() + 1, stop.warrant().sequence());
      node.report(new Report.Accepted(id, stop.warrant().sequence()));
      node.report(FakeNode.ended(id, Outcome.SKIPPED_STOPPED, 0));
      assertEquals(
          "SKIPPED_STOPPED", officer.await(airing, "dung-1", "skipped").getString("reason"));
    }
  }

  @Test
  void a_speaker_that_goes_is_seen_to_go() {
    FakeNode node = FakeNode.join(officer.ticket("den-1", "den"));
    awaitOnline("den-1", true);
    node.close();
    awaitOnline("den-1", false);
    node.connect();
    awaitOnline("den-1", true);
    node.tell(Link.STOPPED);
    awaitOnline("den-1", false);
    node.close();
  }

  @Test
  void a_programme_sheet_is_taken_in_and_its_cues_are_listed() {
    // Two hours from now: never in this office's quiet hours, whatever the hour of the test.
    LocalTime at = LocalTime.now(TestOffice.VIETNAM).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
    String sheet =
        """
        programmes:
          - id: ban-tin-sang
            title: Bản tin sáng
            zones: [thon-mot]
            slots:
              - id: mo-dau
                at: "%s"
                days: daily
                announcement: tiem-chung
        """
            .formatted(at);
    Officer.Answer answer = officer.put("/programmes", "application/yaml", sheet);
    assertEquals(200, answer.status(), answer.text());
    JsonArray cues = officer.get("/cues?hours=48").json().getJsonArray("cues");
    assertTrue(cues.stream().anyMatch(cue -> cue.toString().contains("ban-tin-sang")), "" + cues);
  }

  private void awaitOnline(String speaker, boolean online) {
    officer.await(
        () -> find(officer.get("/speakers").json().getJsonArray("speakers"), speaker),
        found -> Boolean.valueOf(online).equals(found.getBoolean("online")));
  }

  private static JsonObject find(JsonArray speakers, String id) {
    for (int i = 0; i < speakers.size(); i++) {
      if (speakers.getJsonObject(i).getString("id").equals(id)) {
        return speakers.getJsonObject(i);
      }
    }
    return new JsonObject();
  }

  private int count(String what) throws java.sql.SQLException {
    String url = "jdbc:sqlite:" + office.data().resolve("controller.db");
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + what)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
