// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.FakeOffice;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Wire;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with a broker account of his own tries everything; the pole stays silent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HostileTest {
  private static final Tone TONE = Tone.of(440, Duration.ofMillis(200));

  private static Order.Play play(String name) {
    Instant now = Instant.now();
    return new Order.Play(
        new AiringId(name), TONE.ref(), now, now.plusSeconds(60), Priority.EMERGENCY);
  }

  private static byte[] sealed(SigningKey key, IssuedOrder issued) {
    return new EnvelopeSigner(key).seal(MessageType.ORDER, Wire.ORDER.encode(issued));
  }

  @Test
  void nothing_that_cannot_be_verified_makes_a_sound(@TempDir Path directory) throws Exception {
    try (Village village = new Village(directory, TONE)) {
      FakeOffice office = village.office();
      AgentProcess agent = village.newAgent();
      Path sound = village.sound();
      String topic = office.topics().order(FakeOffice.SPEAKER);
      Warrant warrant = office.warrant(Set.of(FakeOffice.THON_BA));
      byte[] good = office.sealed(warrant, play("that"));
      byte[] altered = good.clone();
      altered[good.length / 2] ^= 1;
      byte[] unknownKind =
          office
              .signer()
              .seal(
                  MessageType.ORDER,
                  new String(
                          Wire.ORDER.encode(new IssuedOrder(warrant, play("khieu-vu"))),
                          StandardCharsets.UTF_8)
                      .replace("\"play\"", "\"dance\"")
                      .getBytes(StandardCharsets.UTF_8));

      // When
      office.send(topic, Wire.ORDER.encode(new IssuedOrder(warrant, play("khong-ky"))));
      office.send(topic, altered);
      office.send(topic, sealed(SigningKey.generate(), new IssuedOrder(warrant, play("khoa-la"))));
      office.send(topic, new byte[70_000]);
      office.send(topic, unknownKind);

      // Then
      office
          .states()
          .await(
              state ->
                  state.ordersUnverified() == 5
                      && "ORDER_MALFORMED".equals(state.lastUnverified()));
      assertEquals(0, office.reports().soFar().size());
      assertFalse(Files.exists(sound));

      // And when
      refusals(office, topic);

      // Then, a good one, twice and on another topic
      office.send(topic, good);
      office.send(topic, good);
      office.send(office.topics().order(FakeOffice.CHO), good);
      assertEquals(Outcome.PLAYED, office.report(Report.Ended.class).outcome());
      office.order(new Order.Stop(new AiringId("het")));
      office.reports().await(one -> Village.isAbout(one, "het"));
      long accepted =
          office.reports().soFar().stream()
              .filter(one -> one.report() instanceof Report.Accepted)
              .count();
      assertEquals(2, accepted, "the copies are no orders of their own");
      assertEquals(1, sound.toFile().list((folder, name) -> name.endsWith(".wav")).length);
      assertTrue(agent.lines().soFar().stream().noneMatch(line -> line.contains("AGENT_BUG")));
    }
  }

  private static void refusals(FakeOffice office, String topic) throws Exception {
    Instant now = Instant.now();
    Map<RefusalReason, Warrant> wrong =
        Map.of(
            RefusalReason.OTHER_ZONE,
            office.warrant(Set.of(new PagingZone("thon-hai"))),
            RefusalReason.OTHER_COMMUNE,
            new Warrant(
                101,
                Issuer.COMMUNE,
                new CommuneId("nam-dinh"),
                Set.of(FakeOffice.THON_BA),
                now.minusSeconds(9),
                now.plusSeconds(99)),
            RefusalReason.ISSUER_NOT_ALLOWED,
            new Warrant(
                102,
                Issuer.PROVINCE,
                FakeOffice.COMMUNE,
                Set.of(FakeOffice.THON_BA),
                now.minusSeconds(9),
                now.plusSeconds(99)),
            RefusalReason.EXPIRED,
            new Warrant(
                103,
                Issuer.COMMUNE,
                FakeOffice.COMMUNE,
                Set.of(FakeOffice.THON_BA),
                now.minusSeconds(9),
                now.minusSeconds(1)),
            RefusalReason.NOT_YET_VALID,
            new Warrant(
                104,
                Issuer.COMMUNE,
                FakeOffice.COMMUNE,
                Set.of(FakeOffice.THON_BA),
                now.plusSeconds(90),
                now.plusSeconds(99)));
    for (Map.Entry<RefusalReason, Warrant> one : wrong.entrySet()) {
      office.send(topic, office.sealed(one.getValue(), play("sai")));
      office
          .reports()
          .await(
              report ->
                  report.report() instanceof Report.Refused refused
                      && refused.reason() == one.getKey());
    }
  }

  @Test
  void a_recording_with_the_wrong_digest_is_never_played(@TempDir Path directory) throws Exception {
    byte[] wrong = TONE.bytes();
    wrong[wrong.length / 2] ^= 1;
    try (Village village = new Village(directory)) {
      FakeOffice office = village.office();
      AgentProcess agent = village.newAgent();
      office.keepWrong(TONE.digest(), wrong);

      // When
      office.order(play("sai-ban-thu"));

      // Then
      Report.Ended ended = office.report(Report.Ended.class);
      assertEquals(Outcome.FAILED_RECORDING_MISSING, ended.outcome());
      assertEquals(0, ended.framesRendered());
      assertFalse(Files.exists(village.sound()));
      assertEquals(
          3, agent.lines().soFar().stream().filter(line -> line.contains("WRONG_DIGEST")).count());
    }
  }
}
