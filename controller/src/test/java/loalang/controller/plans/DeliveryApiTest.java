// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.controller.kit.FakeNode;
import loalang.controller.kit.Officer;
import loalang.controller.kit.TestOffice;
import loalang.protocol.CommuneId;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time, silence and keys, as a pole meets them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryApiTest {
  private static final String NONCE = "a-nonce-of-twenty-four-le";

  private final Path data;

  DeliveryApiTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void a_pole_that_asks_is_told_the_time_signed_with_its_own_nonce() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"))) {
      Instant before = Instant.now();
      ClockAnswer answer = pole.askTime(NONCE);
      Instant after = Instant.now();

      assertEquals(NONCE, answer.nonce());
      assertEquals(pole.id(), answer.speaker());
      assertFalse(answer.receivedAt().isBefore(before), answer.toString());
      assertFalse(answer.answeredAt().isAfter(after), answer.toString());
    }
  }

  @Test
  void silence_reaches_everybody_and_whoever_joins_later_until_it_is_lifted() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa"))) {
        Instant until = Instant.now().plus(Duration.ofHours(2));
        Officer.Answer ordered =
            officer.post("/silence", new JsonObject().put("until", until.toString()));
        assertEquals(201, ordered.status(), ordered.text());

        IssuedOrder order = pole.nextOrder();
        assertEquals(new Order.Silence(until), order.order());
        pole.report(new Report.OrderObeyed(order.warrant().sequence()));
        pole.awaitAcknowledged(1);
        assertEquals(JsonArray.of("thon-1"), silence(officer).getJsonArray("obeying"));
      }
      try (FakeNode unwilling = FakeNode.join(officer.ticket("thon-3", "xa"))) {
        long sequence = unwilling.nextOrder().warrant().sequence();
        unwilling.report(new Report.OrderRefused(sequence, RefusalReason.CLOCK_UNKNOWN));
        unwilling.awaitAcknowledged(1);
        assertEquals(JsonArray.of("thon-1"), silence(officer).getJsonArray("obeying"));
        assertEquals(2, silence(officer).getInteger("expected"));
      }
    }
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      try (FakeNode late = FakeNode.join(officer.ticket("thon-2", "xa"))) {
        assertTrue(((Order.Silence) late.nextOrder().order()).until().isAfter(Instant.now()));
        assertEquals(3, silence(officer).getInteger("expected"));

        assertEquals(200, officer.delete("/silence").status());
        assertFalse(((Order.Silence) late.nextOrder().order()).until().isAfter(Instant.now()));
        assertEquals(false, silence(officer).getBoolean("holds"));
      }
    }
  }

  @Test
  void a_silence_has_an_end_within_a_week() {
    try (TestOffice office = TestOffice.open(data);
        FakeNode pole = FakeNode.join(office.officer().ticket("thon-1", "xa"))) {
      for (Duration time : List.of(Duration.ofSeconds(-1), Duration.ofDays(8))) {
        JsonObject wish = new JsonObject().put("until", Instant.now().plus(time).toString());
        Officer.Answer answer = office.officer().post("/silence", wish);
        assertEquals("SILENCE_TIME_INVALID", answer.json().getString("code"));
      }
      assertEquals(List.of(), pole.zones().stream().filter(zone -> zone.holdsOneNode()).toList());
    }
  }

  @Test
  void another_key_signs_once_every_pole_obeys_it_and_the_one_before_is_revoked_and_forgotten()
      throws Exception {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        long first = adopt(pole);
        String before = keys(officer).getString("current");

        JsonObject rotating = officer.post("/keys/rotation", new JsonObject()).json();
        assertEquals(before, rotating.getString("current"));
        assertEquals(first + 1, rotating.getLong("edition"));
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("office-key.next.jwk"))));
        assertEquals(first + 1, adopt(pole));

        JsonObject turned =
            office.officer().await(() -> keys(officer), k -> k.getLong("edition") == first + 2);
        assertNotEquals(before, turned.getString("current"));
        assertEquals(1, turned.getJsonArray("trusted").size());
        assertTrue(Files.exists(data.resolve("office-key.former.jwk")));
        assertEquals(first + 2, adopt(pole));
        officer.await(() -> keys(officer), k -> !k.containsKey("former"));

        officer.post("/silence", until(Duration.ofHours(1)));
        pole.nextOrder(); // signed with the new key, or the pole would not open it
        try (FakeNode other = FakeNode.join(officer.ticket("thon-2", "xa"))) {
          assertEquals("thon-2", other.id().value());
        }
      }
    }
  }

  @Test
  void a_stolen_key_is_revoked_at_once_and_one_key_alone_never() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      Officer.Answer alone = officer.post("/keys/revocation", "text/plain", "");
      assertEquals("KEY_NOTHING_TO_REVOKE", alone.json().getString("code"));
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa")).hearPlans()) {
        String before = keys(officer).getString("current");
        officer.post("/keys/rotation", new JsonObject());
        JsonObject revoked = officer.post("/keys/revocation", "text/plain", "").json();
        assertNotEquals(before, revoked.getString("current"));
        assertEquals(1, revoked.getJsonArray("trusted").size());
        assertTrue(pole.nextStatement().keys().size() >= 1);
      }
    }
  }

  @Test
  void a_province_key_is_granted_to_who_joins_and_its_statement_is_passed_on() {
    try (TestOffice office = TestOffice.open(data)) {
      Officer officer = office.officer();
      SigningKey province = SigningKey.generate();
      String statement = statement(province);
      Officer.Answer unknown =
          officer.post("/keys/imports", new JsonObject().put("statement", statement));
      assertEquals("KEY_STATEMENT_REFUSED", unknown.json().getString("code"));

      JsonObject key =
          new JsonObject().put("level", "province").put("key", province.verifyKey().x());
      assertEquals(200, officer.post("/keys/imports", key).status());
      try (FakeNode pole = FakeNode.join(officer.ticket("thon-1", "xa"))) {
        assertTrue(pole.trusts(province.verifyKey()));
        pole.hearPlans();
        Officer.Answer relayed =
            officer.post("/keys/imports", new JsonObject().put("statement", statement));
        assertEquals(200, relayed.status(), relayed.text());
        KeyStatement heard = pole.nextStatement();
        while (heard.level() != Issuer.PROVINCE) {
          heard = pole.nextStatement();
        }
        assertEquals(5, heard.edition());
      }
    }
  }

  private static String statement(SigningKey province) {
    KeyStatement statement =
        new KeyStatement(
            new CommuneId("ha-dong"),
            Issuer.PROVINCE,
            5,
            List.of(new TrustedKey(province.verifyKey(), Issuer.PROVINCE)));
    byte[] sealed =
        new EnvelopeSigner(province)
            .seal(MessageType.KEY_STATEMENT, Wire.KEY_STATEMENT.encode(statement));
    return new String(sealed, StandardCharsets.US_ASCII);
  }

  /** Obeys the next statement and says so; its edition. */
  private static long adopt(FakeNode pole) {
    KeyStatement said = pole.nextStatement();
    pole.report(new Report.KeysAdopted(Issuer.COMMUNE, said.edition()));
    return said.edition();
  }

  private static JsonObject keys(Officer officer) {
    return officer.get("/keys").json();
  }

  private static JsonObject silence(Officer officer) {
    return officer.get("/silence").json().getJsonArray("silences").getJsonObject(0);
  }

  private static JsonObject until(Duration time) {
    return new JsonObject().put("until", Instant.now().plus(time).toString());
  }
}
