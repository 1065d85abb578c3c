// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a way into the broker: hears everything, says anything, and may have stolen a
 * key. What he says with the stolen key is genuine until the key is revoked.
 */
final class Stranger {
  private static final int MOST_KNOWN = 60;

  private final World world;
  private final Chance chance;
  private final SigningKey own;
  private final @Nullable SigningKey stolen;
  private final List<Message> known = new ArrayList<>();
  private int made;

  Stranger(World world, Chance chance, SigningKey own, @Nullable SigningKey stolen) {
    this.world = world;
    this.chance = chance;
    this.own = own;
    this.stolen = stolen;
  }

  void overhears(Message message) {
    if (message.kept() && !message.topic().contains("/ack/")) {
      if (known.size() >= MOST_KNOWN) {
        known.remove(chance.between(0, MOST_KNOWN - 1));
      }
      known.add(message);
    }
  }

  /** Does one bad thing. */
  void act() {
    Pole victim = chance.pick(world.poles());
    switch (chance.between(0, 7)) {
      case 0, 1, 2 -> replay(victim);
      case 3 -> alter();
      case 4 -> forge(victim, own);
      case 5 -> fromTheFuture(victim);
      case 6 -> nonsense(victim);
      default -> {
        if (stolen != null) {
          forge(victim, stolen);
        }
      }
    }
  }

  private void say(String topic, byte[] payload, String what) {
    world.say("stranger", () -> what + " on " + topic);
    world.broker().publish(Message.kept(topic, payload, Message.NEVER));
  }

  /** Old or new, on its own topic or on that of another pole. */
  private void replay(Pole victim) {
    if (!known.isEmpty()) {
      Message one = chance.pick(known);
      boolean isOrder = one.topic().contains("/order/");
      String topic = isOrder && chance.oneIn(2) ? world.topics().order(victim.id()) : one.topic();
      say(topic, one.payload(), "replays");
    }
  }

  private void alter() {
    if (!known.isEmpty()) {
      Message one = chance.pick(known);
      byte[] payload = one.payload().clone();
      int at = chance.between(0, payload.length - 1);
      payload[at] = (byte) (payload[at] ^ chance.between(1, 255));
      say(one.topic(), payload, "says altered bytes");
    }
  }

  private void forge(Pole victim, SigningKey key) {
    Instant now = world.timeline().now();
    made++;
    Order.Play play =
        new Order.Play(
            new AiringId("gia-mao-" + made),
            chance.pick(world.studio().library()).ref(),
            now,
            now.plus(Duration.ofMinutes(10)),
            chance.pick(List.of(Priority.values())));
    Warrant warrant =
        new Warrant(
            100_000 + made,
            Issuer.COMMUNE,
            world.commune(),
            world.zones(),
            now.minusSeconds(60),
            now.plusSeconds(900));
    if (key.equals(stolen)) {
      world.witness().granted(new Grant(key.id(), warrant, world.zones(), play));
    }
    String whose = key.equals(stolen) ? "orders with a stolen key" : "forges an order";
    say(order(victim.id()), sealed(key, warrant, play), whose + " " + play.airing());
  }

  private String order(SpeakerId speaker) {
    return world.topics().order(speaker);
  }

  private static byte[] sealed(SigningKey key, Warrant warrant, Order order) {
    return new EnvelopeSigner(key)
        .seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, order)));
  }

  /** What the office signed for later, or for others, comes now. */
  private void fromTheFuture(Pole victim) {
    Instant later = world.timeline().now().plus(Duration.ofHours(chance.between(1, 30)));
    made++;
    Order.Play play =
        new Order.Play(
            new AiringId("mai-sau-" + made),
            chance.pick(world.studio().library()).ref(),
            later,
            later.plusSeconds(600),
            Priority.ROUTINE);
    boolean forOthers = chance.oneIn(2);
    Warrant warrant =
        new Warrant(
            world.desk().ledger().nextSequence(),
            Issuer.COMMUNE,
            forOthers ? World.NEIGHBOURS : world.commune(),
            forOthers ? Set.of(World.NOWHERE) : world.zones(),
            forOthers ? world.timeline().now().minusSeconds(60) : later,
            later.plusSeconds(900));
    if (!forOthers) { // it may lie at the broker until its time has come
      world.witness().granted(new Grant(world.desk().key().id(), warrant, world.zones(), play));
    }
    say(order(victim.id()), sealed(world.desk().key(), warrant, play), "brings " + play.airing());
  }

  private void nonsense(Pole victim) {
    byte[] noise = new byte[chance.between(0, 300)];
    chance.source().nextBytes(noise);
    Acknowledgement lie = new Acknowledgement(victim.id(), 1_000_000);
    byte[] signed =
        new EnvelopeSigner(own).seal(MessageType.ACKNOWLEDGEMENT, Wire.ACKNOWLEDGEMENT.encode(lie));
    say(world.topics().acknowledgement(victim.id()), signed, "acknowledges");
    say(order(victim.id()), noise, "says nonsense");
    say(world.topics().keys(own.id()), noise, "says nonsense");
    say(world.topics().plan(world.today()), noise, "says nonsense");
    say(world.topics().report(victim.id()), signed, "reports");
  }
}
