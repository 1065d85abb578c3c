// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Journal;
import loalang.agent.node.Body;
import loalang.agent.node.LifeLines;
import loalang.agent.node.NodeParts;
import loalang.agent.playback.Loudspeaker;
import loalang.agent.playout.HourlyGain;
import loalang.agent.playout.QuietHours;
import loalang.agent.recordings.Recordings;
import loalang.agent.shelf.PlanShelf;
import loalang.protocol.state.Link;
import loalang.protocol.state.Machine;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Wire;

/**
 * The wiring of one life of a pole, as the agent's own, with simulated parts where there are any.
 */
final class Wiring {
  private static final Duration HEARTBEAT = Duration.ofHours(1);
  private static final String VERSION = "simulated";
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final Pole pole;
  private final NodeClock clock;
  private final Chance chance;

  Wiring(Pole pole, NodeClock clock, Chance chance) {
    this.pole = pole;
    this.clock = clock;
    this.chance = chance;
  }

  NodeParts parts(KeyRingStore keys, Journal journal, Loudspeaker speaker) {
    return new NodeParts(
        pole.identity(),
        VERSION,
        "simulated",
        HEARTBEAT,
        pole.world().workshop().rules(pole.rules()),
        pole.learnsRelease(),
        clock,
        keys.load(pole.station().trusted()),
        keys,
        journal,
        speaker,
        new Recordings.Shelf(
            pole.card().root().resolve("recordings"),
            MOST_BYTES,
            pole.card()::usableBytes,
            MOST_BYTES,
            QuietHours.VIETNAM),
        new PlanShelf(pole.card().root().resolve("plans")),
        new Body(() -> Machine.SILENT, List::of, heard -> {}, false),
        HourlyGain.LEVEL,
        chance.another().source(),
        new LifeLines(new PrintWriter(new LineEar(pole::heardLine), true), pole.id()));
  }

  PoleLink.Parts link(Life life) {
    Topics topics = pole.world().topics();
    List<String> orders = new ArrayList<>();
    orders.add(topics.order(pole.id()));
    pole.station().zones().stream()
        .filter(zone -> !zone.holdsOneNode())
        .sorted()
        .map(topics::order)
        .forEach(orders::add);
    SpeakerState lost =
        new SpeakerState(pole.id(), Link.LOST, null, VERSION, "simulated", 0, null, 0);
    Message will = Message.retained(topics.state(pole.id()), Wire.STATE.encode(lost));
    return new PoleLink.Parts(pole, life, chance.another(), will, orders);
  }
}
