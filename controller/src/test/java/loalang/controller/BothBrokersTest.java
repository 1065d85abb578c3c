// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.controller.broker.LinkSettings;
import loalang.controller.broker.MosquittoFiles;
import loalang.controller.distribution.AudioRates;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Mosquitto;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestClient;
import loalang.controller.kit.TestOffice;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.tls.BrokerCertificate;
import loalang.controller.tls.BrokerTls;
import loalang.controller.tls.OperatorFiles;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a pole may and may not, over TLS: one table for the embedded broker and for Debian's
 * Mosquitto with the configuration we write. A pole whose login was stolen is a hostile publisher.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BothBrokersTest {
  private static final int REFUSED = 0x87; // MQTT 5.0 §2.4: not authorized
  private static final List<String> SAYS =
      List.of("want/cot-1", "report/cot-1", "state/cot-1", "clock/cot-1");
  private static final List<String> HEARS =
      List.of(
          "order/cot-1",
          "order/zone/cho",
          "order/zone/node-cot-1",
          "ack/cot-1",
          "time/cot-1",
          "plan/+",
          "keys/+",
          "audio/+");
  private static final List<String> NEVER_SAYS =
      List.of(
          "order/cot-1",
          "order/cot-2",
          "order/zone/cho",
          "plan/2026-11-22",
          "keys/abc",
          "ack/cot-1",
          "ack/cot-2",
          "time/cot-1",
          "audio/" + "0".repeat(64),
          "report/cot-2",
          "state/cot-2",
          "want/cot-2",
          "clock/cot-2",
          "enrol",
          "enrolled/claim-x",
          "report/cot-1/more");
  private static final List<String> NEVER_HEARS =
      List.of(
          "#",
          "+/+/+/+",
          "order/#",
          "order/+",
          "order/cot-2",
          "order/zone/+",
          "order/zone/bien",
          "order/zone/node-cot-2",
          "report/+",
          "report/cot-2",
          "state/#",
          "want/+",
          "clock/+",
          "ack/cot-2",
          "ack/+",
          "time/+",
          "enrol",
          "enrolled/+");

  private final List<AutoCloseable> open = new ArrayList<>();
  @TempDir private Path directory = Path.of("");
  private @Nullable Mosquitto mosquitto;

  /** Which broker. */
  enum Kind {
    EMBEDDED,
    MOSQUITTO
  }

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private <T extends AutoCloseable> T keep(T one) {
    open.add(one);
    return one;
  }

  private TestOffice office(Kind kind) throws IOException {
    ControllerConfig safe = TlsOfficeTest.safe(directory.resolve("office"));
    return keep(
        TestOffice.open(kind == Kind.EMBEDDED ? safe : overMosquitto(safe), TestOffice.tools()));
  }

  private ControllerConfig overMosquitto(ControllerConfig c) throws IOException {
    int port = Mosquitto.freePort();
    Path folder = directory.resolve("mosquitto");
    export(c.data(), folder, port);
    mosquitto = keep(Mosquitto.start(folder));
    LinkSettings link =
        new LinkSettings(
            "ssl://127.0.0.1:" + port,
            "office",
            Files.readString(folder.resolve(MosquittoFiles.OFFICE_PASSWORD)).strip(),
            Duration.ofHours(1),
            BrokerCertificate.trusting(OperatorFiles.authority(folder.resolve("ca.pem"))));
    return new ControllerConfig(
        c.commune(),
        c.communeName(),
        c.http(),
        c.mqtt(),
        new ControllerConfig.Reach(
            new BrokerTls.Plain(),
            Optional.empty(),
            Optional.of(OperatorFiles.authority(folder.resolve("ca.pem"))),
            AudioRates.USUAL),
        Optional.of(link),
        c.data(),
        c.database(),
        c.quietHours(),
        c.patience());
  }

  private static MosquittoExport.Written export(Path data, Path folder, int port)
      throws IOException {
    try (Stream<Path> files =
        Files.find(Path.of("/usr/lib"), 3, (f, a) -> f.endsWith("mosquitto_dynamic_security.so"))) {
      Path plugin = files.findFirst().orElseThrow();
      return new MosquittoExport(
              data,
              DatabaseSettings.file(data.resolve("controller.db")),
              new Topics(TestOffice.config(data).commune()))
          .write(new MosquittoFiles(folder, port, plugin), "127.0.0.1", Instant.now());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_pole_does_its_work_and_nothing_else(Kind kind) throws IOException {
    // Given
    Officer officer = office(kind).officer();
    FakeNode node = keep(FakeNode.join(officer.ticket("cot-1", "cho")));
    keep(FakeNode.join(officer.ticket("cot-2", "bien")));

    // When
    officer.airNow(officer.notice("Nước lên nhanh."), "cho");
    node.play(node.nextOrder());
    node.awaitAcknowledged(4);

    // Then
    String root = "loa/v1/ha-dong/";
    TestClient client = node.client();
    SAYS.forEach(topic -> assertTrue(client.publishCode(root + topic) < 0x80, topic));
    HEARS.forEach(topic -> assertTrue(client.subscribeCode(root + topic) <= 1, topic));
    NEVER_SAYS.forEach(topic -> assertEquals(REFUSED, client.publishCode(root + topic), topic));
    NEVER_HEARS.forEach(
        topic -> {
          String filter = topic.startsWith("#") || topic.startsWith("+") ? topic : root + topic;
          assertEquals(REFUSED, client.subscribeCode(filter), filter);
        });
    assertEquals(REFUSED, client.subscribeCode("$CONTROL/#"));
    assertTrue(client.publishCode("$CONTROL/dynamic-security/v1") >= 0x80);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_revoked_pole_is_out_at_once_and_stays_out(Kind kind) throws Exception {
    // Given
    TestOffice office = office(kind);
    Officer officer = office.officer();
    ClaimTicket ticket = officer.ticket("cot-3", "cho");
    FakeNode node = keep(FakeNode.join(ticket));
    assertTrue(node.client().publishCode(node.topics().state(node.id())) < 0x80);

    // When
    assertEquals(200, officer.delete("/speakers/cot-3").status());

    // Then
    assertTrue(node.client().awaitDisconnected(), "its connection ends");
    assertThrows(AssertionError.class, node::connect);
    assertFalse(officer.get("/speakers").text().contains("cot-3"));
    assertEquals(404, officer.delete("/speakers/cot-3").status());
    // its ticket does not let it back in: it was used
    assertThrows(AssertionError.class, () -> FakeNode.join(ticket));
    // but the office may give the name again
    keep(FakeNode.join(officer.ticket("cot-3", "cho")));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void one_claim_code_cannot_hear_anothers_answer(Kind kind) throws IOException {
    Officer officer = office(kind).officer();
    ClaimTicket mine = officer.ticket("cot-4", "cho");
    ClaimTicket other = officer.ticket("cot-5", "cho");
    String name = mine.code().clientId();
    TestClient.Door door = new TestClient.Door(mine.port(), mine.pin());
    TestClient client = keep(TestClient.connect(door, name, name, mine.code().value()));
    String root = "loa/v1/ha-dong/";
    assertTrue(client.subscribeCode(root + "enrolled/" + name) <= 1);
    assertEquals(REFUSED, client.subscribeCode(root + "enrolled/" + other.code().clientId()));
    assertEquals(REFUSED, client.subscribeCode(root + "enrolled/+"));
    assertEquals(REFUSED, client.subscribeCode(root + "plan/+"));
    assertEquals(REFUSED, client.publishCode(root + "report/cot-4"));
    String theirs = other.code().clientId();
    assertThrows(
        AssertionError.class, () -> TestClient.connect(door, theirs, theirs, mine.code().value()));
  }

  @Test
  void a_broker_that_forgot_everything_is_told_plans_and_keys_again() throws IOException {
    // Given
    Officer officer = office(Kind.MOSQUITTO).officer();
    FakeNode node = keep(FakeNode.join(officer.ticket("cot-7", "cho")).hearPlans());
    officer.put(
        "/programmes/mai",
        "application/yaml",
        """
        one-offs:
          - {id: mai, announcement: %s, zones: cho, at: "%s 10:00:00"}
        """
            .formatted(officer.notice("Mai họp."), LocalDate.now(TestOffice.VIETNAM).plusDays(1)));
    IssuedPlan plan = node.planOf(1);
    long said = node.nextStatement().edition();

    // When
    Objects.requireNonNull(mosquitto).close();
    Files.delete(directory.resolve("mosquitto/state/mosquitto.db"));
    keep(Mosquitto.start(directory.resolve("mosquitto")));
    node.close();
    keep(node.connect()).hearPlans();

    // Then
    assertEquals(plan, node.planOf(1));
    assertEquals(said, node.nextStatement().edition());
  }

  @Test
  void a_mosquitto_set_up_later_knows_the_poles_that_joined_before() throws IOException {
    // Given
    Path data = directory.resolve("office");
    FakeNode node;
    try (TestOffice embedded = TestOffice.open(TlsOfficeTest.safe(data), TestOffice.tools())) {
      node = FakeNode.join(embedded.officer().ticket("cot-6", "cho"));
      node.close();
    }

    // When
    int port = Mosquitto.freePort();
    Path folder = directory.resolve("later");
    MosquittoExport.Written written = export(data, folder, port);
    keep(Mosquitto.start(folder));

    // Then
    assertEquals(1, written.accounts());
    assertTrue(written.withoutPassword().isEmpty());
    keep(node.at(port).connect()); // the same password, and the same pin
    String secret = node.password();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).contains(secret), file.toString());
      }
    }
  }
}
