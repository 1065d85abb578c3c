// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import loalang.controller.broker.Incoming;
import loalang.controller.broker.Outgoing;
import loalang.controller.distribution.WantedParts.Part;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;
import loalang.protocol.topic.Topics;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers wants with parts. On one event loop. */
public final class AudioDistribution {
  private static final Logger LOG = LoggerFactory.getLogger(AudioDistribution.class);

  private final Vertx vertx;
  private final Source source;
  private final Road road;
  private final InstantSource now;
  private final WantedParts wanted;
  private int onTheWay;
  private long timer;
  private Instant timerAt = Instant.MAX;

  /** Where the sound lies. */
  public interface Source {
    /** How long a recording is, in bytes; empty if it is not here. */
    Future<Optional<Long>> sizeOf(Digest recording);

    /** Some of its bytes. */
    Future<byte[]> piece(Digest recording, long offset, int length);
  }

  /**
   * How parts travel.
   *
   * @param topics of the commune
   * @param publisher sends to the broker
   * @param maxOnTheWay parts given to the broker and not yet taken, 1 or more
   * @param rates how much may be on the lines
   */
  public record Road(
      Topics topics,
      Function<Outgoing, Future<Void>> publisher,
      int maxOnTheWay,
      AudioRates rates) {

    /** Four parts at once. */
    public static Road usual(
        Topics topics, Function<Outgoing, Future<Void>> publisher, AudioRates rates) {
      return new Road(topics, publisher, 4, rates);
    }
  }

  /** A distribution. */
  public AudioDistribution(Vertx vertx, Source source, Road road, InstantSource now) {
    this.vertx = vertx;
    this.source = source;
    this.road = road;
    this.now = now;
    this.wanted = new WantedParts(WantedParts.Bounds.USUAL, road.rates());
  }

  /** Takes in a message of a want topic. */
  public void onWant(Incoming message) {
    if (!(Wire.WANT.decode(message.payload().getBytes())
        instanceof Decoded.Understood<Want> understood)) {
      LOG.warn("topic={} WANT_MALFORMED", message.topic());
      return;
    }
    Want want = understood.value();
    Optional<SpeakerId> node = road.topics().speakerOf(message.topic());
    if (node.isEmpty()) {
      return;
    }
    source
        .sizeOf(want.digest())
        .onSuccess(size -> take(node.get(), want, size))
        .onFailure(e -> LOG.warn("topic={} not answered: {}", message.topic(), e.getMessage()));
  }

  private void take(SpeakerId node, Want want, Optional<Long> size) {
    if (!size.equals(Optional.of(want.sizeBytes()))) {
      LOG.warn("speaker={} WANT_UNKNOWN recording={}", node, want.digest());
    } else if (wanted.add(node, want, now.instant())) {
      send();
    } else {
      LOG.warn("speaker={} put off: too many recordings are wanted", node);
    }
  }

  private void send() {
    Instant instant = now.instant();
    while (onTheWay < road.maxOnTheWay()) {
      Optional<Part> part = wanted.next(instant);
      if (part.isEmpty()) {
        break;
      }
      send(part.get());
    }
    sendLater(instant);
  }

  private void send(Part part) {
    onTheWay++;
    int length = Parts.length(part.index(), part.sizeBytes());
    source
        .piece(part.digest(), Parts.offset(part.index()), length)
        .compose(bytes -> publish(part, bytes))
        .onFailure(
            e -> {
              LOG.warn("recording={} not sent: {}", part.digest(), e.getMessage());
              wanted.forget(part.digest()); // whoever lacks it asks again
            })
        .onComplete(
            done -> {
              onTheWay--;
              send();
            });
  }

  private Future<Void> publish(Part part, byte[] bytes) {
    AudioPart audio = new AudioPart(part.index(), Parts.count(part.sizeBytes()), bytes);
    return road.publisher()
        .apply(Outgoing.fleeting(road.topics().audio(part.digest()), AudioPartBytes.encode(audio)));
  }

  private void sendLater(Instant instant) {
    Optional<Instant> due = wanted.nextDue();
    if (due.isEmpty() || onTheWay >= road.maxOnTheWay() || !due.get().isBefore(timerAt)) {
      return;
    }
    vertx.cancelTimer(timer); // what came now may be due before what waits for a slow line
    timerAt = due.get();
    timer =
        vertx.setTimer(
            Math.max(1, Duration.between(instant, due.get()).toMillis()),
            fired -> {
              timerAt = Instant.MAX;
              send();
            });
  }
}
