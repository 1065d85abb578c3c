// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loalang.controller.distribution.AudioRates;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestClient;
import loalang.controller.kit.TestOffice;
import loalang.controller.tls.BrokerTls;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.CertificatePin;
import loalang.protocol.enrolment.ClaimTicket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office whose broker speaks TLS with a certificate it made itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TlsOfficeTest {
  @Test
  void a_pole_joins_hears_an_order_fetches_the_sound_and_reports_all_over_tls(@TempDir Path data) {
    ClaimTicket before;
    try (TestOffice office = TestOffice.open(safe(data), TestOffice.tools())) {
      Officer officer = office.officer();
      before = officer.ticket("tls-1", "tls");
      assertNotNull(before.pin());
      try (FakeNode node = FakeNode.join(before)) {
        String notice = officer.notice("Nước lên nhanh.");
        officer.post("/airings", airing(notice));
        node.play(node.nextOrder());
        node.awaitAcknowledged(4);
      }
    }
    // the same authority after a restart: the poles' pin holds
    try (TestOffice office = TestOffice.open(safe(data), TestOffice.tools())) {
      assertEquals(before.pin(), office.officer().ticket("tls-2", "tls").pin());
    }
  }

  @Test
  void nobody_gets_in_without_tls_or_by_another_authority(@TempDir Path data) {
    try (TestOffice office = TestOffice.open(safe(data), TestOffice.tools())) {
      ClaimTicket ticket = office.officer().ticket("tls-3", "tls");
      String client = ticket.code().clientId();
      CertificatePin stranger = new CertificatePin("A".repeat(43));
      assertNotEquals(stranger, ticket.pin());
      for (CertificatePin pin : new CertificatePin[] {null, stranger}) {
        TestClient.Door door = new TestClient.Door(office.mqttPort(), pin);
        assertThrows(
            AssertionError.class,
            () -> TestClient.connect(door, client, client, ticket.code().value()));
      }
    }
  }

  @Test
  void with_tls_the_broker_may_listen_everywhere_if_poles_are_told_where(@TempDir Path data) {
    ControllerConfig.Door everywhere = new ControllerConfig.Door("0.0.0.0", 0);
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> with(data, everywhere, Optional.empty()).checked());
    assertEquals("MQTT_ADDRESS_MISSING", refused.problem().code());

    Optional<ControllerConfig.Door> address =
        Optional.of(new ControllerConfig.Door("127.0.0.1", 0));
    ControllerConfig config = with(data, everywhere, address);
    try (TestOffice office = TestOffice.open(config, TestOffice.tools())) {
      ClaimTicket ticket = office.officer().ticket("tls-4", "tls");
      assertEquals("127.0.0.1", ticket.host());
      assertEquals(office.mqttPort(), ticket.port());
      FakeNode.join(ticket).close();
    }
  }

  static ControllerConfig safe(Path data) {
    return with(data, new ControllerConfig.Door("127.0.0.1", 0), Optional.empty());
  }

  private static ControllerConfig with(
      Path data, ControllerConfig.Door mqtt, Optional<ControllerConfig.Door> address) {
    ControllerConfig c = TestOffice.config(data);
    return new ControllerConfig(
        c.commune(),
        c.communeName(),
        c.http(),
        mqtt,
        new ControllerConfig.Reach(
            new BrokerTls.Own(), address, Optional.empty(), AudioRates.USUAL),
        c.externalBroker(),
        c.data(),
        c.database(),
        c.quietHours(),
        Duration.ofSeconds(60));
  }

  private static JsonObject airing(String notice) {
    return new JsonObject().put("notice", notice).put("zones", new JsonArray(List.of("tls")));
  }
}
