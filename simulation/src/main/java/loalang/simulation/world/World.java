// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import loalang.agent.broker.BrokerAddress;
import loalang.agent.enrolment.Identity;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.QuietHours;
import loalang.agent.playout.ReleaseRule;
import loalang.agent.trust.Station;
import loalang.controller.speakers.Speaker;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.Issuer;
import loalang.protocol.topic.Topics;
import loalang.simulation.signature.SeedKeys;

/** One village, wired by hand from one seed. */
final class World {
  static final CommuneId COMMUNE = new CommuneId("xa-mo-phong");
  static final CommuneId NEIGHBOURS = new CommuneId("xa-ben");
  static final PagingZone NOWHERE = new PagingZone("thon-khac");
  private static final List<PagingZone> ZONES =
      List.of(new PagingZone("thon-mot"), new PagingZone("thon-hai"), new PagingZone("thon-ba"));
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 23);
  private static final Duration PULSE = Duration.ofMinutes(3);

  private final Timeline timeline;
  private final Topics topics = new Topics(COMMUNE);
  private final Workshop workshop;
  private final Studio studio;
  private final Trace trace;
  private final Chance chance;
  private final Broker broker;
  private final Witness witness;
  private final Desk desk;
  private final Office office;
  private final Stranger stranger;
  private final Script script;
  private final Faults faults;
  private final List<Pole> poles = new ArrayList<>();
  private final Duration active;
  private final Instant begin;

  World(Village plan, Workshop workshop, Studio studio) {
    Chance seed = new Chance(plan.seed());
    this.workshop = workshop;
    this.studio = studio;
    this.trace = new Trace(plan.traced());
    this.begin =
        FIRST_DAY
            .atTime(seed.between(2, 20), seed.between(0, 59))
            .atZone(QuietHours.VIETNAM)
            .toInstant();
    this.active = seed.between(Duration.ofHours(4), Duration.ofHours(seed.oneIn(3) ? 40 : 14));
    this.timeline = new Timeline(begin, seed.another());
    this.broker = new Broker(timeline, seed.another(), workshop);
    this.witness = new Witness(this);
    SeedKeys keys = new SeedKeys(plan.keys());
    Chance making = seed.another();
    SigningKey first = keys.next(making.source());
    SigningKey second = keys.next(making.source());
    SigningKey bad = keys.next(making.source());
    SigningKey desk2 = keys.next(making.source());
    SigningKey stolen = making.oneIn(2) ? desk2 : null;
    this.desk = new Desk(this, first);
    this.office = new Office(this, desk, seed.another());
    this.stranger = new Stranger(this, seed.another(), bad, stolen);
    this.script = new Script(this, seed.another(), new Script.Keys(first, second, stolen));
    this.faults = new Faults(this, seed.another());
    this.chance = seed.another();
    List<TrustedKey> granted = new ArrayList<>(List.of(commune(first)));
    if (stolen != null) {
      granted.add(commune(stolen));
    }
    Chance building = seed.another();
    int few = building.percent(70) ? building.between(1, 2) : building.between(1, 8);
    int count = plan.poles().orElse(few);
    for (int i = 1; i <= count; i++) {
      poles.add(build(i, keys, workshop.granted(granted, commune(bad)), building.another()));
    }
  }

  private static TrustedKey commune(SigningKey key) {
    return new TrustedKey(key.verifyKey(), Issuer.COMMUNE);
  }

  private Pole build(int number, SeedKeys keys, List<TrustedKey> granted, Chance own) {
    SpeakerId id = new SpeakerId("cum-" + number);
    Set<PagingZone> mine = new TreeSet<>(Set.of(own.pick(ZONES)));
    if (own.oneIn(3)) {
      mine.add(own.pick(ZONES));
    }
    Identity identity =
        new Identity(
            keys.next(own.source()),
            new Station(id, COMMUNE, mine, granted),
            granted.get(0).key(),
            new BrokerAddress("127.0.0.1", 1_883, null),
            "");
    ReleaseRule release = own.pick(List.of(ReleaseRule.OFF, ReleaseRule.OFF, ReleaseRule.STRICT));
    PlayoutRules rules =
        PlayoutRules.DEFAULT.withRelease(release).withLead(Duration.ofSeconds(own.between(0, 2)));
    Clocks.Kind clockwork =
        new Clocks.Kind(own.oneIn(2), (own.source().nextDouble() - 0.5) * 180e-6);
    return new Pole(
        this, new Pole.Parts(identity, clockwork, rules, own.oneIn(4), 64L * 1024 * 1024), own);
  }

  /** Lets the whole of it happen. */
  void run() {
    office.start();
    poles.forEach(
        pole ->
            timeline.after(chance.between(Duration.ZERO, Duration.ofMinutes(2)), pole::switchOn));
    script.write();
    faults.plan();
    timeline.runUntil(healed(), witness);
    if (!witness.isEnough()) {
      faults.heal();
      timeline.runUntil(end(), witness);
    }
    if (!witness.isEnough()) {
      new LastLook(this).look();
    }
  }

  void say(String who, Supplier<String> what) {
    trace.say(timeline.now(), who, what);
  }

  Trace trace() {
    return trace;
  }

  Timeline timeline() {
    return timeline;
  }

  Topics topics() {
    return topics;
  }

  CommuneId commune() {
    return COMMUNE;
  }

  Workshop workshop() {
    return workshop;
  }

  Studio studio() {
    return studio;
  }

  Broker broker() {
    return broker;
  }

  Witness witness() {
    return witness;
  }

  Desk desk() {
    return desk;
  }

  Office office() {
    return office;
  }

  Stranger stranger() {
    return stranger;
  }

  Script script() {
    return script;
  }

  List<Pole> poles() {
    return List.copyOf(poles);
  }

  Optional<Pole> pole(SpeakerId id) {
    return poles.stream().filter(pole -> pole.id().equals(id)).findFirst();
  }

  Set<PagingZone> zones() {
    return new TreeSet<>(ZONES);
  }

  QuietHours quietHours() {
    return QuietHours.DEFAULT;
  }

  Duration pulse() {
    return PULSE;
  }

  /** How long things go wrong. */
  Duration active() {
    return active;
  }

  Instant healed() {
    return begin.plus(active);
  }

  Instant end() {
    return healed().plus(Duration.ofMinutes(100));
  }

  LocalDate today() {
    return LocalDate.ofInstant(timeline.now(), QuietHours.VIETNAM);
  }

  /** The days of which something happens. */
  List<LocalDate> dates() {
    LocalDate last = LocalDate.ofInstant(healed(), QuietHours.VIETNAM);
    return FIRST_DAY.datesUntil(last.plusDays(1)).toList();
  }

  /** The first day of which nothing happens any more. */
  LocalDate tomorrow() {
    return LocalDate.ofInstant(end(), QuietHours.VIETNAM).plusDays(1);
  }

  Duration randomOff() {
    return chance.oneIn(4)
        ? chance.between(Duration.ofSeconds(30), Duration.ofHours(2))
        : chance.between(Duration.ofSeconds(2), Duration.ofSeconds(60));
  }

  Duration randomNotice() {
    return chance.between(Duration.ofMillis(100), Duration.ofSeconds(45));
  }

  /** The broker notices in its own time that a pole is gone. */
  void seenDead(Pole pole, Cable cable) {
    timeline.after(randomNotice(), () -> broker.leaves(pole.id().value(), cable));
  }

  static Speaker speaker(Pole pole) {
    return new Speaker(
        pole.id(),
        pole.station().zones(),
        pole.identity().key().verifyKey(),
        true,
        Optional.empty(),
        Optional.empty());
  }
}
