// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Want;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.clock.ClockQuestion;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.state.Link;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The process at the office: its connection, what it hears, what it says again. It can crash. */
final class Office implements Cable.Client {
  private static final String NAME = "office";
  private static final Duration AGAIN = Duration.ofMinutes(2);
  private static final Duration SELDOM = Duration.ofMinutes(90);

  private final World world;
  private final Chance chance;
  private final Desk desk;
  private final Intake intake;
  private final Route route;
  private final Map<SpeakerId, Instant> told = new HashMap<>();
  private final Set<SpeakerId> online = new HashSet<>();
  private @Nullable Cable cable;
  private boolean up;
  private int life;

  Office(World world, Desk desk, Chance chance) {
    this.world = world;
    this.desk = desk;
    this.chance = chance;
    this.route = new Route(chance.another());
    this.intake = new Intake(world, desk);
  }

  boolean isUp() {
    return up;
  }

  /** Starts, or starts again with what is on its disk. */
  void start() {
    up = true;
    life++;
    world.say(NAME, () -> "starts");
    intake.begin();
    if (life == 1 || world.workshop().officeResumesDeadlines()) {
      desk.ledger().expected().forEach(this::watch);
    }
    connect(life);
    sendAgain(life);
  }

  /** Dies: what was not committed is gone. */
  void crash() {
    up = false;
    life++;
    online.clear();
    world.say(NAME, () -> "crashes");
    Cable before = cable;
    if (before != null) {
      before.tear();
      world.timeline().after(Duration.ofSeconds(1), () -> world.broker().leaves(NAME, before));
    }
  }

  /** The deadline of an airing is noticed, unless the office is dead by then. */
  void watch(Ledger.Expected airing) {
    int now = life;
    if (airing.passed.isEmpty()) {
      world
          .timeline()
          .at(
              airing.deadline,
              () -> {
                if (life == now) {
                  airing.passed = Optional.of(airing.deadline);
                  intake.fold(airing);
                }
              });
    }
  }

  private void connect(int now) {
    if (life != now || !up) {
      return;
    }
    if (!world.broker().isUp()) {
      world.timeline().after(Duration.ofSeconds(2), () -> connect(now));
      return;
    }
    Cable fresh = new Cable(world.timeline(), route, this);
    cable = fresh;
    world.broker().connect(NAME, fresh, null);
    world
        .broker()
        .subscribe(
            NAME,
            List.of(
                world.topics().everyReport(),
                world.topics().everyState(),
                world.topics().everyWant(),
                world.topics().everyClock()),
            true);
    desk.standing().forEach(this::publish);
    world.poles().forEach(pole -> acknowledge(pole.id()));
  }

  @Override
  public void lost(String why) {
    int now = life;
    world.timeline().after(Duration.ofSeconds(1), () -> connect(now));
  }

  /** Says something, if anybody hears it. */
  void publish(Message message) {
    if (up) {
      world.stranger().overhears(message);
      Cable now = cable;
      if (now != null) {
        now.up(() -> world.broker().publish(message));
      }
    }
  }

  /** Sends an order to each of its zones. */
  void send(Ledger.StoredOrder order) {
    long expires = nanosAt(order.expires);
    order.zones.forEach(
        zone -> publish(Message.kept(world.topics().order(zone), order.envelope, expires)));
  }

  private long nanosAt(Instant when) {
    return world.timeline().nanos() + Duration.between(world.timeline().now(), when).toNanos();
  }

  private void sendAgain(int now) {
    world
        .timeline()
        .after(
            AGAIN,
            () -> {
              if (life == now) {
                List.copyOf(online).stream().sorted(byName()).forEach(this::sendAgainTo);
                sendAgain(now);
              }
            });
  }

  private static Comparator<SpeakerId> byName() {
    return Comparator.comparing(SpeakerId::value);
  }

  private void sendAgainTo(SpeakerId speaker) {
    for (Ledger.StoredOrder order : desk.ledger().owedBy(speaker, world.timeline().now())) {
      publish(Message.kept(world.topics().order(speaker), order.envelope, nanosAt(order.expires)));
    }
  }

  @Override
  public void heard(Message message, Runnable has) {
    if (!up) {
      return;
    }
    has.run();
    SpeakerId speaker = world.topics().speakerOf(message.topic()).orElse(null);
    if (speaker == null) {
      return;
    }
    String topic = message.topic();
    if (topic.equals(world.topics().report(speaker))) {
      report(speaker, message.payload());
    } else if (topic.equals(world.topics().state(speaker))) {
      state(speaker, message.payload());
    } else if (topic.equals(world.topics().want(speaker))) {
      want(message.payload());
    } else {
      clock(speaker, message.payload());
    }
  }

  /** Stored together with what comes within a moment, then acknowledged. */
  private void report(SpeakerId speaker, byte[] envelope) {
    int now = life;
    if (intake.put(speaker, envelope)) {
      world
          .timeline()
          .after(
              chance.between(Duration.ofMillis(5), Duration.ofMillis(100)),
              () -> {
                if (life == now) {
                  Set<SpeakerId> stored = intake.commit();
                  world.timeline().after(Duration.ofMillis(1), () -> acknowledge(now, stored));
                }
              });
    }
  }

  private void acknowledge(int now, Set<SpeakerId> speakers) {
    if (life == now) {
      speakers.forEach(this::acknowledge);
    }
  }

  private void acknowledge(SpeakerId speaker) {
    Acknowledgement word = new Acknowledgement(speaker, desk.ledger().through(speaker));
    byte[] sealed =
        desk.signer().seal(MessageType.ACKNOWLEDGEMENT, Wire.ACKNOWLEDGEMENT.encode(word));
    publish(Message.retained(world.topics().acknowledgement(speaker), sealed));
  }

  private void state(SpeakerId speaker, byte[] payload) {
    if (!(Wire.STATE.decode(payload) instanceof Decoded.Understood<SpeakerState> understood)) {
      return;
    }
    if (understood.value().link() != Link.ONLINE) {
      online.remove(speaker);
    } else if (online.add(speaker)) {
      sendAgainTo(speaker);
      acknowledge(speaker);
    }
  }

  private void want(byte[] payload) {
    if (!(Wire.WANT.decode(payload) instanceof Decoded.Understood<Want> understood)) {
      return;
    }
    Want want = understood.value();
    List<Message> parts = new ArrayList<>();
    for (PartRange range : want.missing()) {
      for (int index = range.first(); index <= range.last(); index++) {
        world.studio().part(want.digest(), index).ifPresent(parts::add);
      }
    }
    parts.forEach(this::publish);
  }

  /** Often enough to keep a clock; every answer would be a thousand signatures a day. */
  private void clock(SpeakerId speaker, byte[] payload) {
    Instant now = world.timeline().now();
    boolean longAgo = told.getOrDefault(speaker, Instant.MIN).isBefore(now.minus(SELDOM));
    if ((longAgo || chance.percent(2))
        && Wire.CLOCK_QUESTION.decode(payload)
            instanceof Decoded.Understood<ClockQuestion> understood) {
      told.put(speaker, now);
      Instant said = now.minus(world.workshop().clockLag());
      ClockAnswer answer =
          new ClockAnswer(speaker, understood.value().nonce(), said, said.plusMillis(1));
      byte[] sealed =
          desk.signer().seal(MessageType.CLOCK_ANSWER, Wire.CLOCK_ANSWER.encode(answer));
      publish(Message.loose(world.topics().time(speaker), sealed));
    }
  }
}
