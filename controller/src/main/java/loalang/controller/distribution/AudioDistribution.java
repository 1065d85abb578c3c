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
import loalang.controller.studio.Studio;
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
  private static final Duration WINDOW = Duration.ofMillis(50);
  private static final int MAX_RECORDINGS = 64;

  private final Vertx vertx;
  private final Studio studio;
  private final Road road;
  private final InstantSource now;
  private final WantedParts wanted = new WantedParts(WINDOW, MAX_RECORDINGS);
  private int onTheWay;
  private Instant free = Instant.MIN;
  private boolean isTimerSet;

  /**
   * How parts travel.
   *
   * @param topics of the commune
   * @param publisher sends to the broker
   * @param maxOnTheWay parts given to the broker and not yet taken, 1 or more
   * @param bytesPerSecond over all recordings, 1 or more
   */
  public record Road(
      Topics topics,
      Function<Outgoing, Future<Void>> publisher,
      int maxOnTheWay,
      long bytesPerSecond) {

    /** Four parts at once, 4 MB/s: a recording of a minute in a tenth of a second. */
    public static Road usual(Topics topics, Function<Outgoing, Future<Void>> publisher) {
      return new Road(topics, publisher, 4, 4_000_000);
    }
  }

  /** A distribution. */
  public AudioDistribution(Vertx vertx, Studio studio, Road road, InstantSource now) {
    this.vertx = vertx;
    this.studio = studio;
    this.road = road;
    this.now = now;
  }

  /** Takes in a message of a want topic. */
  public void onWant(Incoming message) {
    if (!(Wire.WANT.decode(message.payload().getBytes())
        instanceof Decoded.Understood<Want> understood)) {
      LOG.warn("topic={} WANT_MALFORMED", message.topic());
      return;
    }
    Want want = understood.value();
    studio
        .sizeOf(want.digest())
        .onSuccess(size -> take(message.topic(), want, size))
        .onFailure(e -> LOG.warn("topic={} not answered: {}", message.topic(), e.getMessage()));
  }

  private void take(String topic, Want want, Optional<Long> size) {
    if (!size.equals(Optional.of(want.sizeBytes()))) {
      LOG.warn("topic={} WANT_UNKNOWN recording={}", topic, want.digest());
    } else if (wanted.add(want, now.instant())) {
      send();
    } else {
      LOG.warn("topic={} put off, {} recordings are wanted", topic, MAX_RECORDINGS);
    }
  }

  private void send() {
    Instant instant = now.instant();
    while (onTheWay < road.maxOnTheWay() && !instant.isBefore(free)) {
      Optional<Part> part = wanted.next(instant);
      if (part.isEmpty()) {
        break;
      }
      pace(instant, part.get());
      send(part.get());
    }
    sendLater(instant);
  }

  private void pace(Instant instant, Part part) {
    long nanos =
        1_000_000_000L * Parts.length(part.index(), part.sizeBytes()) / road.bytesPerSecond();
    Instant burst = instant.minusMillis(20); // a timer is not more exact than that
    free = (free.isAfter(burst) ? free : burst).plusNanos(nanos);
  }

  private void send(Part part) {
    onTheWay++;
    int length = Parts.length(part.index(), part.sizeBytes());
    studio
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
    if (due.isEmpty() || isTimerSet || onTheWay >= road.maxOnTheWay()) {
      return;
    }
    Instant next = due.get().isAfter(free) ? due.get() : free;
    isTimerSet = true;
    vertx.setTimer(
        Math.max(1, Duration.between(instant, next).toMillis()),
        timer -> {
          isTimerSet = false;
          send();
        });
  }
}
