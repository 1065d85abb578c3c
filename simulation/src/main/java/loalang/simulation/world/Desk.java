// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import loalang.controller.dispatch.DispatchPlanner;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.DayPlan;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.wire.Wire;
import loalang.schedules.Cue;

/** What officers decide: stored first, then said. Everything in it outlives a crash. */
final class Desk {
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TOLERANCE = Duration.ofSeconds(60);

  private final World world;
  private final DispatchPlanner planner;
  private final Ledger ledger = new Ledger();
  private final Map<LocalDate, IssuedPlan> plans = new TreeMap<>();
  private final Map<LocalDate, Instant> said = new TreeMap<>();
  private final Map<String, Message> standing = new LinkedHashMap<>();
  private SigningKey key;
  private long keyEdition;

  Desk(World world, SigningKey key) {
    this.world = world;
    this.key = key;
    this.planner = new DispatchPlanner(world.commune(), PATIENCE);
  }

  Ledger ledger() {
    return ledger;
  }

  EnvelopeSigner signer() {
    return new EnvelopeSigner(key);
  }

  SigningKey key() {
    return key;
  }

  /** What is retained at the broker. */
  Collection<Message> standing() {
    return List.copyOf(standing.values());
  }

  Map<LocalDate, IssuedPlan> plans() {
    return plans;
  }

  private Instant now() {
    return world.timeline().now();
  }

  /** Has a cue carried out by order. */
  void play(Cue cue, Recorded recorded) {
    List<Speaker> speakers = world.poles().stream().map(World::speaker).toList();
    for (DispatchPlanner.Part part : DispatchPlanner.parts(cue, speakers, any -> recorded.ref())) {
      DispatchPlanner.Stamp stamp = new DispatchPlanner.Stamp(ledger.nextSequence(), now());
      DispatchPlanner.Dispatch dispatch = planner.play(cue, part, stamp);
      IssuedOrder order = released(cue, dispatch.order());
      Ledger.Expected expected = ledger.expect(DispatchPlanner.airingOf(cue), dispatch.deadline());
      sorted(dispatch.expected())
          .forEach(one -> expected.speakers.put(one, order.warrant().sequence()));
      give(order, dispatch.expected());
      world.office().watch(expected);
    }
  }

  private IssuedOrder released(Cue cue, IssuedOrder order) {
    return order.order() instanceof Order.Play play
        ? new IssuedOrder(order.warrant(), world.script().released(cue, play))
        : order;
  }

  /** Has everybody be silent about an airing. */
  void stop(AiringId airing) {
    ledger
        .find(airing)
        .ifPresent(
            known ->
                give(
                    planner.stop(
                        airing,
                        world.zones(),
                        known.deadline,
                        new DispatchPlanner.Stamp(ledger.nextSequence(), now())),
                    known.speakers.keySet()));
  }

  /** Gives an order that is about no airing. */
  void order(Set<PagingZone> zones, Order order) {
    Warrant warrant = warrant(zones, now().plus(Duration.ofHours(2)));
    Set<SpeakerId> all = new HashSet<>();
    world.poles().stream()
        .filter(pole -> zones.stream().anyMatch(pole.station().zones()::contains))
        .forEach(pole -> all.add(pole.id()));
    give(new IssuedOrder(warrant, order), all);
  }

  private Warrant warrant(Set<PagingZone> zones, Instant expires) {
    return new Warrant(
        ledger.nextSequence(),
        Issuer.COMMUNE,
        world.commune(),
        zones,
        now().minus(TOLERANCE),
        expires);
  }

  private static List<SpeakerId> sorted(Collection<SpeakerId> all) {
    return all.stream().sorted(Comparator.comparing(SpeakerId::value)).toList();
  }

  private void give(IssuedOrder order, Collection<SpeakerId> owing) {
    byte[] sealed = signer().seal(MessageType.ORDER, Wire.ORDER.encode(order));
    Ledger.StoredOrder stored = new Ledger.StoredOrder(order.warrant(), sealed, sorted(owing));
    ledger.put(stored);
    world.witness().hush().said(order, sealed, keyEdition);
    if (order.order() instanceof Order.Play play) {
      world.witness().granted(new Grant(key.id(), order.warrant(), order.warrant().zones(), play));
    }
    world.say("office", () -> "orders " + order.order());
    world.office().send(stored);
  }

  /** Makes a new edition of a day's plan. */
  void plan(LocalDate date, List<PlannedPlay> plays) {
    IssuedPlan before = plans.get(date);
    long edition = before == null ? 1 : before.plan().edition() + 1;
    DayPlan plan = new DayPlan(date, edition, inOrder(plays));
    Instant last =
        plays.stream()
            .map(one -> one.play().latestStart())
            .max(Instant::compareTo)
            .orElse(now())
            .plus(TOLERANCE);
    Instant expires = last.isAfter(now()) ? last : now().plus(TOLERANCE);
    IssuedPlan issued = new IssuedPlan(warrant(world.zones(), expires), plan);
    plans.put(date, issued);
    publish(issued);
    plays.forEach(one -> expect(issued, one));
  }

  private static List<PlannedPlay> inOrder(List<PlannedPlay> plays) {
    List<PlannedPlay> sorted = new ArrayList<>(plays);
    sorted.sort(Comparator.comparing(one -> one.play().startAt()));
    return sorted;
  }

  private void expect(IssuedPlan issued, PlannedPlay one) {
    Order.Play play = one.play();
    world.witness().granted(new Grant(key.id(), issued.warrant(), one.zones(), play));
    Instant deadline = play.latestStart().plus(play.recording().duration()).plus(PATIENCE);
    boolean isNew = ledger.find(play.airing()).isEmpty();
    Ledger.Expected expected = ledger.expect(play.airing(), deadline);
    for (Pole pole : world.poles()) {
      if (one.zones().stream().anyMatch(pole.station().zones()::contains)) {
        expected.speakers.putIfAbsent(pole.id(), issued.warrant().sequence());
      }
    }
    if (isNew) {
      world.office().watch(expected);
    }
  }

  private void publish(IssuedPlan issued) {
    byte[] sealed = signer().seal(MessageType.PLAN, Wire.PLAN.encode(issued));
    DayPlan plan = issued.plan();
    world.say(
        "office",
        () ->
            "plans %s edition %d with %d airings"
                .formatted(plan.date(), plan.edition(), plan.plays().size()));
    said.put(plan.date(), world.timeline().now());
    stand(Message.retained(world.topics().plan(plan.date()), sealed));
  }

  private void stand(Message message) {
    standing.put(message.topic(), message);
    world.office().publish(message);
  }

  /** From now on these keys and no others; signs with the last of them. */
  void changeKeys(List<SigningKey> keys, Set<SigningKey> revoked) {
    List<TrustedKey> all =
        keys.stream().map(one -> new TrustedKey(one.verifyKey(), Issuer.COMMUNE)).toList();
    keyEdition++;
    KeyStatement statement = new KeyStatement(world.commune(), Issuer.COMMUNE, keyEdition, all);
    Set<KeyId> gone = new HashSet<>();
    revoked.forEach(one -> gone.add(one.id()));
    world.witness().revoked(keyEdition, gone);
    world.say("office", () -> "changes its keys, edition %d".formatted(keyEdition));
    byte[] sealed = signer().seal(MessageType.KEY_STATEMENT, Wire.KEY_STATEMENT.encode(statement));
    stand(Message.retained(world.topics().keys(key.id()), sealed));
    SigningKey next = keys.get(keys.size() - 1);
    if (next != key) {
      key = next;
      List.copyOf(plans.values())
          .forEach(issued -> plan(issued.plan().date(), issued.plan().plays()));
    }
  }

  /** The newest editions that a pole should hold at this instant; one just said is on its way. */
  Map<LocalDate, Long> newest(Instant at) {
    Map<LocalDate, Long> newest = new TreeMap<>();
    plans.forEach(
        (date, issued) -> {
          boolean isOnItsWay = at.isBefore(said.getOrDefault(date, Instant.EPOCH).plus(ON_ITS_WAY));
          if (issued.warrant().expires().isAfter(at) && !isOnItsWay) {
            newest.put(date, issued.plan().edition());
          }
        });
    return newest;
  }
}
