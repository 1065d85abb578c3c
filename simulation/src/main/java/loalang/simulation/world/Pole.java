// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import loalang.agent.clock.NodeClock;
import loalang.agent.enrolment.Identity;
import loalang.agent.enrolment.KeyRingStore;
import loalang.agent.journal.Journal;
import loalang.agent.node.Inbox;
import loalang.agent.node.NodeParts;
import loalang.agent.node.SpeakerNode;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.trust.Station;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.simulation.disk.Card;
import loalang.simulation.disk.PowerCut;
import org.jspecify.annotations.Nullable;

/** A box on a pole through all of its lives: the real program on a simulated machine. */
final class Pole {

  private final World world;
  private final Identity identity;
  private final Card card;
  private final Route route;
  private final Chance chance;
  private final Clocks.Kind clockwork;
  private final PlayoutRules rules;
  private final boolean learnsRelease;
  private PoleSpeaker.Device device = PoleSpeaker.Device.GOOD;
  private @Nullable Running running;
  private boolean wanted;
  private int lives;

  /** What a pole is made of. */
  record Parts(
      Identity identity,
      Clocks.Kind clockwork,
      PlayoutRules rules,
      boolean learnsRelease,
      long cardBytes) {}

  Pole(World world, Parts parts, Chance chance) {
    this.world = world;
    this.identity = parts.identity();
    this.clockwork = parts.clockwork();
    this.rules = parts.rules();
    this.learnsRelease = parts.learnsRelease();
    this.chance = chance;
    this.route = new Route(chance.another());
    this.card =
        world
            .workshop()
            .card(
                parts.cardBytes(),
                chance.another().source(),
                () -> world.timeline().now().toEpochMilli());
    try {
      for (String folder : List.of("identity", "plans", "recordings")) {
        Files.createDirectory(card.root().resolve(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What ends with a life. */
  private final class Running implements Life {
    private final Clocks clocks = new Clocks(world, clockwork, chance);
    private @Nullable PoleSpeaker speaker;
    private @Nullable PoleLink link;
    private boolean dying;

    @Override
    public boolean isAlive() {
      return running == this && !dying;
    }

    @Override
    public void live(Runnable event) {
      if (!isAlive()) {
        return;
      }
      try {
        event.run();
      } catch (PowerCut cut) {
        world.say(identity.station().speaker().value(), () -> "the power went in a write");
        powerGone();
      }
    }

    @Override
    public void bug(RuntimeException bug) {
      world.witness().bug(Pole.this, bug);
    }
  }

  World world() {
    return world;
  }

  SpeakerId id() {
    return identity.station().speaker();
  }

  Station station() {
    return identity.station();
  }

  Identity identity() {
    return identity;
  }

  Route route() {
    return route;
  }

  Card card() {
    return card;
  }

  PlayoutRules rules() {
    return rules;
  }

  boolean learnsRelease() {
    return learnsRelease;
  }

  PoleSpeaker.Device device() {
    return device;
  }

  void device(PoleSpeaker.Device other) {
    device = other;
  }

  boolean isRunning() {
    return running != null;
  }

  NodeClock clock() {
    Running now = running;
    if (now == null) {
      throw new IllegalStateException(id() + " has no power and no clock.");
    }
    return now.clocks.node();
  }

  /** The counter of this life. */
  long counter() {
    Running now = running;
    return now == null ? 0 : now.clocks.counter();
  }

  Clocks.Kind clockwork() {
    return clockwork;
  }

  /** Somebody sets the clock of the system, which counts only until the office tells the time. */
  void setSystemClock(Duration wrong) {
    Running now = running;
    if (now != null && now.clocks.setSystem(wrong)) {
      world.say(id().value(), () -> "its system clock is set wrong by " + wrong);
    }
  }

  /** The power comes. */
  void switchOn() {
    wanted = true;
    if (running != null) {
      return;
    }
    lives++;
    Running life = new Running();
    running = life;
    world.say(id().value(), () -> "starts, life %d".formatted(lives));
    life.live(() -> boot(life));
  }

  private void boot(Running life) {
    try {
      Path root = card.root();
      if (world.workshop().forgetsJournal()) {
        Files.deleteIfExists(root.resolve("journal"));
      }
      KeyRingStore keys = new KeyRingStore(root);
      Journal journal = Journal.open(root.resolve("journal"));
      PoleSpeaker speaker = new PoleSpeaker(this, life, chance.another());
      life.speaker = speaker;
      Wiring wiring = new Wiring(this, life.clocks.node(), chance.another());
      NodeParts parts = wiring.parts(keys, journal, speaker);
      PoleTurns turns = new PoleTurns(world.timeline(), life, chance.another(), world.pulse());
      Inbox inbox = new Inbox(turns);
      PoleLink link = new PoleLink(wiring.link(life), inbox);
      life.link = link;
      SpeakerNode node = new SpeakerNode(parts, link, inbox);
      inbox.open(node);
      link.connect();
    } catch (ProblemException e) {
      world.say(id().value(), () -> "cannot start: " + e.problem());
      life.dying = true;
      running = null;
      startAgain(Duration.ofSeconds(30));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void heardLine(String line) {
    String what = line.substring(Math.min(line.length(), id().value().length() + 1));
    world.say(id().value(), () -> what);
    world.witness().line(this, what);
  }

  /** The power is gone: what was not forced to the card may be lost. */
  void powerGone() {
    if (end("the power is gone")) {
      card.powerCut();
      startAgain(world.randomOff());
    }
  }

  /** The process is killed: what it wrote is with the system. */
  void kill() {
    if (end("killed")) {
      card.processEnded();
      startAgain(world.randomOff());
    }
  }

  /** The process is killed, and nobody starts it again. */
  void stopForGood() {
    wanted = false;
    if (end("the world ends")) {
      card.processEnded();
    }
  }

  /** It stays dark until it is switched on. */
  void stayOff() {
    wanted = false;
    if (end("switched off for long")) {
      card.powerCut();
    }
  }

  private boolean end(String how) {
    Running life = running;
    if (life == null) {
      return false;
    }
    life.dying = true;
    PoleSpeaker speaker = life.speaker;
    if (speaker != null) {
      speaker.breakOff();
    }
    running = null;
    world.say(id().value(), () -> how);
    world.witness().lifeOver(this);
    PoleLink link = life.link;
    Cable cable = link == null ? null : link.cable();
    if (cable != null) {
      cable.tear();
      world.seenDead(this, cable);
    }
    return true;
  }

  private void startAgain(Duration after) {
    world
        .timeline()
        .after(
            after,
            () -> {
              if (wanted) {
                switchOn();
              }
            });
  }

  /** The link is torn, and each side sees it in its own time. */
  void tearLink() {
    Running life = running;
    PoleLink link = life == null ? null : life.link;
    Cable cable = link == null ? null : link.cable();
    if (link != null && cable != null) {
      cable.tear();
      world.seenDead(this, cable);
      world.timeline().after(world.randomNotice(), () -> link.lostIf(cable));
    }
  }
}
