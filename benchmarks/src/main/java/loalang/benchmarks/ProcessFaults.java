// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Order;

/** Agents and brokers that are killed, orders that come twice, late, or from strangers. */
final class ProcessFaults {
  private static final double LENGTH = 2.5;

  private ProcessFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault("killed_before_the_recording", Fault.Due.PLAYED, ProcessFaults::beforeRecording),
        new Fault("killed_when_ready", Fault.Due.PLAYED, ProcessFaults::whenReady),
        new Fault("killed_at_the_start", Fault.Due.ENDED, stage -> killedAfter(stage, 0)),
        new Fault("killed_in_the_middle", Fault.Due.ENDED, stage -> killedAfter(stage, 1_200)),
        new Fault("killed_near_the_end", Fault.Due.ENDED, stage -> killedAfter(stage, 2_450)),
        new Fault("killed_just_after", Fault.Due.ENDED, stage -> killedAfter(stage, 2_520)),
        new Fault("killed_twice", Fault.Due.ENDED, ProcessFaults::twice),
        new Fault("killed_before_it_is_stored", Fault.Due.PLAYED, ProcessFaults::unacknowledged),
        new Fault("asked_to_end", Fault.Due.NOT_PLAYED, ProcessFaults::askedToEnd),
        new Fault("broker_killed_in_the_middle", Fault.Due.PLAYED, ProcessFaults::brokerGone),
        new Fault("broker_and_pole_killed", Fault.Due.ENDED, ProcessFaults::bothGone),
        new Fault("stopped_in_the_middle", Fault.Due.NOT_PLAYED, ProcessFaults::stopped),
        new Fault("emergency_in_the_middle", Fault.Due.NOT_PLAYED, ProcessFaults::preempted),
        new Fault("ordered_twice", Fault.Due.PLAYED, ProcessFaults::orderedTwice),
        new Fault("ordered_again_after_a_kill", Fault.Due.PLAYED, ProcessFaults::orderedAgain),
        new Fault("signed_for_tomorrow", Fault.Due.NOTHING, ProcessFaults::tomorrow),
        new Fault("signed_by_a_stranger", Fault.Due.NOTHING, ProcessFaults::stranger));
  }

  private static void beforeRecording(Stage stage) throws Exception {
    BenchSound sound = stage.sound(LENGTH);
    stage.office().forget(sound.ref().digest());
    stage.order(sound, Duration.ZERO);
    stage.accepted();
    stage.pole().kill();
    stage.sound(LENGTH); // the office has it again
    stage.pole().startAgain();
    stage.ended();
  }

  private static void whenReady(Stage stage) throws Exception {
    stage.order(stage.sound(LENGTH), Duration.ofSeconds(4));
    stage.ready();
    stage.killed();
    stage.ended();
  }

  private static void killedAfter(Stage stage, long millis) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    stage.pass(millis);
    stage.killed();
    stage.ended();
  }

  private static void twice(Stage stage) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    stage.killed();
    stage.killed();
    stage.ended();
  }

  private static void unacknowledged(Stage stage) throws Exception {
    stage.office().acknowledge(false);
    stage.plays(LENGTH);
    stage.ended();
    stage.office().acknowledge(true);
    stage.killed();
  }

  private static void askedToEnd(Stage stage) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    stage.pole().program().close();
    stage.pole().startAgain();
    stage.ended();
  }

  private static void brokerGone(Stage stage) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    stage.office().stopBroker();
    stage.pass(1_000);
    stage.office().startBroker();
    stage.ended();
  }

  private static void bothGone(Stage stage) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    stage.office().stopBroker();
    stage.pole().kill();
    stage.office().startBroker();
    stage.pole().startAgain();
    stage.ended();
  }

  private static void stopped(Stage stage) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    stage.office().order(new Order.Stop(stage.airing()));
    stage.ended();
  }

  private static void preempted(Stage stage) throws Exception {
    stage.plays(LENGTH);
    stage.started();
    BenchSound alarm = BenchSound.in(stage.office(), 990, Duration.ofMillis(300));
    stage.office().order(alarm.now("bao-" + stage.airing(), Priority.EMERGENCY));
    stage.ended();
  }

  private static void orderedTwice(Stage stage) throws Exception {
    BenchSound sound = stage.plays(LENGTH);
    stage.started();
    stage.order(sound, Duration.ZERO);
    stage.ended();
    stage.order(sound, Duration.ZERO);
    other(stage);
  }

  private static void orderedAgain(Stage stage) throws Exception {
    BenchSound sound = stage.plays(LENGTH);
    stage.ended();
    stage.killed();
    stage.order(sound, Duration.ZERO);
    other(stage);
  }

  private static void tomorrow(Stage stage) throws Exception {
    Order.Play play = stage.sound(1).now(stage.airing().value(), Priority.ROUTINE);
    EnvelopeSigner own = stage.office().signer();
    stage.office().send(play, Instant.now().plus(Duration.ofDays(1)), own);
    other(stage);
  }

  private static void stranger(Stage stage) throws Exception {
    Order.Play play = stage.sound(1).now(stage.airing().value(), Priority.EMERGENCY);
    EnvelopeSigner stranger = new EnvelopeSigner(SigningKey.generate());
    stage.office().send(play, Instant.now().minusSeconds(9), stranger);
    other(stage);
  }

  /** Something else is played, so that whatever was ordered before has been judged. */
  private static void other(Stage stage) throws Exception {
    Stage after = new Stage(stage.office(), stage.pole(), new AiringId("sau-" + stage.airing()));
    after.plays(0.3);
    after.ended();
  }
}
