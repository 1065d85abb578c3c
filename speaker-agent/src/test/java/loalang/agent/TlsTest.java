// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.FakeOffice;
import loalang.agent.kit.TestAuthority;
import loalang.agent.kit.TestBroker;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.CertificatePin;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pole that calls its office over TLS, and those who pretend to be the office. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TlsTest {
  @TempDir private Path directory = Path.of("");

  private static String ticket(FakeOffice office, int port, @Nullable CertificatePin pin) {
    ClaimTicket plain = office.ticket();
    return new ClaimTicket("127.0.0.1", port, plain.commune(), plain.code(), plain.office(), pin)
        .toUri();
  }

  @Test
  void the_whole_path_goes_over_tls_and_on_after_the_broker_got_another_certificate()
      throws Exception {
    // Given
    TestAuthority authority = new TestAuthority(directory);
    int port = TestBroker.freePort();
    TestAuthority.Pair first = authority.pairFor("ip:127.0.0.1");
    TestBroker broker = TestBroker.withTls(directory.resolve("broker"), port, first);
    Tone tone = Tone.of(440, Duration.ofMillis(500));
    try (Village village = new Village(directory, broker, tone)) {
      FakeOffice office = village.office();
      village.agent("--ticket", ticket(office, port, authority.pin()));
      office.states().await(state -> state.link() == Link.ONLINE);

      // When
      office.order(play("qua-tls", tone));

      // Then
      assertEquals(Outcome.PLAYED, village.end("qua-tls").outcome());

      // And when
      broker.stop();
      TestAuthority.Pair second = authority.pairFor("ip:127.0.0.1");
      Files.copy(second.chain(), first.chain(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.copy(second.key(), first.key(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      broker.startAgain();
      office.reconnect();
      office.order(play("chung-chi-moi", tone));

      // Then
      assertEquals(Outcome.PLAYED, village.end("chung-chi-moi").outcome());
      assertEquals(Outcome.PLAYED, office.report(Report.Ended.class).outcome());
    }
  }

  @Test
  void a_broker_that_cannot_prove_itself_hears_no_claim_code() throws Exception {
    TestAuthority authority = new TestAuthority(directory);
    TestAuthority stranger = new TestAuthority(directory);
    assertNotGenuine(authority.pairFor("ip:192.0.2.7"), authority.pin(), "another host's");
    assertNotGenuine(stranger.pairFor("ip:127.0.0.1"), authority.pin(), "a stranger's");
  }

  private void assertNotGenuine(TestAuthority.Pair pair, CertificatePin pin, String what)
      throws Exception {
    Path folder = Files.createTempDirectory(directory, "case");
    int port = TestBroker.freePort();
    TestBroker broker = TestBroker.withTls(folder.resolve("broker"), port, pair);
    try (Village village = new Village(folder, broker)) {
      AgentProcess agent = village.agent("--ticket", ticket(village.office(), port, pin));
      assertEquals(1, agent.exitCode(), what);
      agent.awaitLine("BROKER_NOT_GENUINE");
    }
  }

  @Test
  void there_is_no_way_back_to_plain_words() throws Exception {
    try (Village village = new Village(directory)) {
      CertificatePin pin = new TestAuthority(directory).pin();
      int plain = village.broker().port();
      AgentProcess agent = village.agent("--ticket", ticket(village.office(), plain, pin));
      assertEquals(1, agent.exitCode());
      agent.awaitLine("BROKER_");
    }
  }

  private static Order.Play play(String name, Tone tone) {
    Instant now = Instant.now();
    return new Order.Play(
        new AiringId(name), tone.ref(), now, now.plusSeconds(120), Priority.ROUTINE);
  }
}
