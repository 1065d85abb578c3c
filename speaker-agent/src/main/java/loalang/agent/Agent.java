// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loalang.agent.broker.BrokerLink;
import loalang.agent.broker.LinkOptions;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Enrolment;
import loalang.agent.enrolment.Identity;
import loalang.agent.enrolment.IdentityStore;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Journal;
import loalang.agent.machine.DiskCheck;
import loalang.agent.machine.Sensors;
import loalang.agent.node.Body;
import loalang.agent.node.Inbox;
import loalang.agent.node.LifeLines;
import loalang.agent.node.NodeParts;
import loalang.agent.node.SpeakerNode;
import loalang.agent.playback.AlsaMicrophone;
import loalang.agent.playback.Amplifier;
import loalang.agent.playback.AudioOutput;
import loalang.agent.playback.Listening;
import loalang.agent.playback.Loudspeaker;
import loalang.agent.playback.Microphone;
import loalang.agent.playback.Outputs;
import loalang.agent.playback.Player;
import loalang.agent.playout.QuietHours;
import loalang.agent.recordings.Recordings;
import loalang.agent.shelf.PlanShelf;
import loalang.agent.trust.Station;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring of one agent, by hand. */
final class Agent {
  private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
  private static final long SILENCE_SECONDS = 2;

  private final StateLock lock;
  private final Journal journal;
  private final Player player;
  private final BrokerLink link;
  private final SpeakerNode node;

  private Agent(StateLock lock, Journal journal, Player player, BrokerLink link, SpeakerNode node) {
    this.lock = lock;
    this.journal = journal;
    this.player = player;
    this.link = link;
    this.node = node;
  }

  /**
   * Starts an agent; its threads go on until it is stopped.
   *
   * @throws loalang.protocol.ProblemException with the reason why it cannot
   */
  static Agent start(AgentOptions options, PrintWriter out) {
    Path directory = options.stateDirectory();
    StateLock lock = StateLock.take(directory);
    String version = AgentMain.Version.text();
    Identity identity = identity(options, version);
    NodeClock clock =
        new NodeClock(InstantSource.system(), System::nanoTime, !options.withoutClockChip);
    KeyRingStore keys = new KeyRingStore(directory);
    Journal journal = openJournal(directory, identity);
    AudioOutput output =
        Outputs.named(options.output, directory.resolve("played"), options.unpaced);
    Player player = player(options, output, clock);
    Inbox inbox = new Inbox();
    LifeLines lines = new LifeLines(out, identity.station().speaker());
    lines.say(output.describe() + " is the sound output");
    NodeParts parts =
        new NodeParts(
            identity,
            version,
            output.describe(),
            options.heartbeat(),
            options.rules(),
            options.learnsRelease(),
            clock,
            keys.load(identity.station().trusted()),
            keys,
            journal,
            loudspeaker(options, player, inbox, lines),
            shelf(directory, options),
            new PlanShelf(directory.resolve("plans")),
            body(directory, options, player),
            options.gainByHour,
            new SecureRandom(),
            lines);
    BrokerLink link = new BrokerLink(linkOptions(parts), inbox);
    SpeakerNode node = new SpeakerNode(parts, link, inbox);
    inbox.open(node);
    link.start();
    return new Agent(lock, journal, player, link, node);
  }

  private static Player player(AgentOptions options, AudioOutput output, NodeClock clock) {
    Amplifier amplifier = new Amplifier(options.amplifier.wiring());
    Player player = new Player(output, options.unpaced, clock, amplifier);
    player.keepPace(clock::excess);
    player.askRealtime();
    return player;
  }

  private static Loudspeaker loudspeaker(
      AgentOptions options, Player player, Inbox inbox, LifeLines lines) {
    if (options.microphone().isEmpty()) {
      return player;
    }
    Microphone microphone = new AlsaMicrophone(options.microphone().get());
    lines.say(microphone.describe() + " is the microphone: it hears while something plays");
    return new Listening(player, microphone, inbox);
  }

  private static Body body(Path directory, AgentOptions options, Player player) {
    return new Body(
        Sensors.ofThisMachine(),
        new DiskCheck(directory, System::nanoTime),
        player,
        !options.amplifier.wiring().onCommand().isEmpty());
  }

  private static Journal openJournal(Path directory, Identity identity) {
    Journal journal = Journal.open(directory.resolve("journal"));
    if (journal.bytesCutOff() > 0) {
      LOG.warn(
          "speaker={} JOURNAL_CUT {} damaged bytes at its end were put aside",
          identity.station().speaker(),
          journal.bytesCutOff());
    }
    return journal;
  }

  private static Recordings.Shelf shelf(Path directory, AgentOptions options) {
    return new Recordings.Shelf(
        directory.resolve("recordings"),
        options.cacheMebibytes * 1024L * 1024,
        // Not FileStore: it looks for a mount point, and in a container there may be none to find.
        () -> directory.toFile().getUsableSpace(),
        options.dataMebibytesPerDay * 1024L * 1024,
        QuietHours.VIETNAM);
  }

  private static LinkOptions linkOptions(NodeParts parts) {
    Identity identity = parts.identity();
    Station station = identity.station();
    Topics topics = new Topics(station.commune());
    List<String> orders = new ArrayList<>();
    orders.add(topics.order(station.speaker()));
    station.zones().stream()
        .filter(zone -> !zone.holdsOneNode())
        .map(topics::order)
        .forEach(orders::add);
    SpeakerState will =
        new SpeakerState(
            station.speaker(), Link.LOST, null, parts.version(), parts.audioOutput(), 0, null, 0);
    return new LinkOptions(
        identity.broker().checked(),
        station.speaker(),
        identity.password(),
        topics,
        InstantSource.system(),
        orders,
        () -> Wire.STATE.encode(will));
  }

  private static Identity identity(AgentOptions options, String version) {
    IdentityStore known = new IdentityStore(options.stateDirectory());
    return new Enrolment(known, version, InstantSource.system())
        .identity(options.ticket(), options.name);
  }

  /** Silences what sounds, reports it, says goodbye, closes the journal. */
  void stop() {
    try {
      link.stop(node.stop().get(SILENCE_SECONDS, TimeUnit.SECONDS));
      player.close();
      journal.close();
      lock.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IOException e) {
      LOG.error("AGENT_STOP_INCOMPLETE {}", e.toString());
    }
  }
}
