// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import loalang.agent.kit.AgentProcess;
import loalang.agent.kit.FakeOffice;
import loalang.agent.kit.Tone;
import loalang.agent.kit.Village;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import loalang.protocol.state.Link;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is killed, when, and what is true afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultsTest {
  private static final Tone LONG = Tone.of(440, Duration.ofSeconds(30));
  private static final Tone SHORT = Tone.of(660, Duration.ofMillis(400));

  private Village village;
  private FakeOffice office;

  @BeforeEach
  void a_village(@TempDir Path directory) throws IOException, MqttException {
    village = new Village(directory, LONG, SHORT);
    office = village.office();
  }

  @AfterEach
  void the_village_sleeps() throws MqttException {
    village.close();
  }

  @Test
  void killed_in_the_middle_it_says_partial_and_never_plays_it_again() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    Order.Play news = Village.play("ban-tin", LONG, Priority.ROUTINE);
    office.order(news);
    village.start("ban-tin");
    Path wav = village.wav("ban-tin");

    // When
    agent.kill();
    long bytesBefore = Files.size(wav);
    village.agent();

    // Then
    Report.Ended ended = village.end("ban-tin");
    assertEquals(Outcome.PARTIAL, ended.outcome());
    assertEquals(LONG.frames(), ended.framesDue());
    assertTrue(ended.framesRendered() * 2 <= bytesBefore, "never more than was rendered");

    // And when the office repeats itself
    office.order(news);
    office.order(Village.play("sau-do", SHORT, Priority.ROUTINE));

    // Then
    assertEquals(Outcome.PLAYED, village.end("sau-do").outcome());
    assertEquals(bytesBefore, Files.size(wav), "it did not sound again");
    assertTrue(village.chainHolds());
  }

  @Test
  void killed_while_waiting_it_still_plays_what_it_had_accepted() throws Exception {
    // Given
    office.answerWants(false);
    AgentProcess agent = village.newAgent();
    office.order(Village.play("dang-cho", SHORT, Priority.ROUTINE));
    office.report(Report.Accepted.class);

    // When
    agent.kill();
    office.answerWants(true);
    village.agent();

    // Then
    assertEquals(Outcome.PLAYED, village.end("dang-cho").outcome());
    long accepted =
        office.seen().values().stream()
            .filter(one -> one.report() instanceof Report.Accepted)
            .count();
    assertEquals(1, accepted);
  }

  @Test
  void a_broker_that_goes_and_comes_back_loses_no_order_and_no_report() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    office.order(Village.play("truoc", LONG, Priority.ROUTINE));
    village.start("truoc");

    // When
    village.broker().stop();
    agent.awaitLine("offline");
    village.broker().startAgain();
    office.reconnect();
    office.order(Village.play("khan-cap", SHORT, Priority.EMERGENCY));

    // Then
    assertEquals(Outcome.PLAYED, village.end("khan-cap").outcome());
    Report.Ended interrupted = village.end("truoc");
    assertEquals(Outcome.PREEMPTED, interrupted.outcome());
    assertNotEquals(0, interrupted.framesRendered());
    assertTrue(village.chainHolds());
  }

  @Test
  void reports_the_office_has_not_stored_are_sent_again_after_a_restart() throws Exception {
    // Given
    office.acknowledge(false);
    AgentProcess agent = village.newAgent();
    office.order(Village.play("ban-tin", SHORT, Priority.ROUTINE));
    village.end("ban-tin");
    agent.terminate();
    office.reports().clear();
    int before = office.seen().size();

    // When
    office.acknowledge(true);
    AgentProcess again = village.agent();
    again.awaitLine("online");
    office.order(Village.play("sau-do", SHORT, Priority.ROUTINE));

    // Then
    village.end("sau-do");
    assertTrue(office.seen().size() > before);
    office.states().await(state -> state.link() == Link.ONLINE && state.reportsWaiting() == 0);
    assertTrue(village.chainHolds());
  }

  @Test
  void a_stop_silences_it_and_a_gain_is_kept() throws Exception {
    // Given
    village.newAgent();
    office.order(Village.play("dai", LONG, Priority.ROUTINE));
    village.start("dai");

    // When
    office.order(new Order.Stop(new AiringId("dai")));

    // Then
    Report.Ended ended = village.end("dai");
    assertEquals(Outcome.PARTIAL, ended.outcome());
    assertTrue(ended.framesRendered() < LONG.frames());
  }

  @Test
  void a_stop_of_the_agent_itself_is_reported_and_said() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    office.order(Village.play("dai", LONG, Priority.ROUTINE));
    village.start("dai");

    // When
    agent.terminate();

    // Then
    office.states().await(state -> state.link() == Link.STOPPED);
    assertEquals(Outcome.PARTIAL, village.end("dai").outcome());
  }

  @Test
  void a_killed_agent_is_lost_by_its_will() throws Exception {
    village.newAgent().kill();
    office.states().await(state -> state.link() == Link.LOST);
  }

  @Test
  void the_identity_is_for_its_owner_alone_and_a_second_ticket_is_refused() throws Exception {
    // Given
    AgentProcess agent = village.newAgent();
    for (String file : List.of("node-key.jwk", "grant.jws", "office.properties")) {
      Path path = village.state().resolve("identity").resolve(file);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    // When
    AgentProcess second = village.agent();
    assertEquals(1, second.exitCode());

    // Then
    second.awaitLine("AGENT_ALREADY_RUNNING");
    agent.terminate();
    AgentProcess claiming = village.agent("--ticket", office.ticket().toUri());
    assertEquals(1, claiming.exitCode());
    claiming.awaitLine("ALREADY_ENROLLED");
  }

  @Test
  void an_answer_of_a_stranger_does_not_adopt_the_pole() throws Exception {
    // Given
    office.answerWith(SigningKey.generate());

    // When
    AgentProcess agent = village.agent("--ticket", office.ticket().toUri());

    // Then
    assertEquals(1, agent.exitCode());
    agent.awaitLine("ENROLMENT_NOT_GENUINE");
    assertTrue(Files.notExists(village.state().resolve("identity")));
  }

  @Test
  void without_a_broker_a_ticket_says_what_to_check() throws Exception {
    // Given
    String ticket = office.ticket().toUri();
    village.broker().stop();

    // When
    AgentProcess agent = village.agent("--ticket", ticket);

    // Then
    assertEquals(1, agent.exitCode());
    agent.awaitLine("BROKER_UNREACHABLE");
  }

  @Test
  void a_rehearsal_plays_without_an_office_and_ends() throws Exception {
    // When
    AgentProcess rehearsing = village.agent("--rehearse");

    // Then
    assertEquals(0, rehearsing.exitCode());
    assertTrue(Files.size(village.state().resolve("played/rehearsal.wav")) > 19_000);
  }

  @Test
  void used_wrongly_it_exits_with_two_and_helps() throws Exception {
    AgentProcess agent = village.agent("--quiet-hours", "always");
    assertEquals(2, agent.exitCode());
    agent.awaitLine("HH:MM-HH:MM");
    AgentProcess stranger = village.agent();
    assertEquals(1, stranger.exitCode());
    stranger.awaitLine("NOT_ENROLLED");
    assertEquals(0, village.agent("--help").exitCode());
  }
}
