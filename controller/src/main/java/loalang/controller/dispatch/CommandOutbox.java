// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import loalang.controller.broker.Outgoing;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.topic.Topics;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders on their way. One is published to its zones when it is given, and to a single speaker as
 * long as that speaker owes an answer: a copy is harmless, a lost order is not. On one event loop.
 */
public final class CommandOutbox {
  private static final Logger LOG = LoggerFactory.getLogger(CommandOutbox.class);
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final StorageDesk storage;
  private final Topics topics;
  private final Function<Outgoing, Future<Void>> publisher;
  private final InstantSource now;

  /** An outbox. */
  public CommandOutbox(
      StorageDesk storage,
      Topics topics,
      Function<Outgoing, Future<Void>> publisher,
      InstantSource now) {
    this.storage = storage;
    this.topics = topics;
    this.publisher = publisher;
    this.now = now;
  }

  /**
   * A number no warrant of this office ever had; it is spent if the transaction holds. Blocking, in
   * the caller's transaction.
   */
  public static long nextSequence(Handle handle) {
    return OutboxStore.nextSequence(handle);
  }

  /** Sends again what this speaker owes an answer to. */
  public Future<Void> sendAgain(Speaker speaker) {
    Instant instant = now.instant();
    return storage
        .read(handle -> OutboxStore.owedTo(handle, speaker.id(), instant))
        .onSuccess(orders -> orders.forEach(order -> sendAgain(speaker.id(), order)))
        .onFailure(e -> LOG.warn("speaker={} nothing sent again: {}", speaker.id(), e.getMessage()))
        .mapEmpty();
  }

  /** Sends again to speakers that are online and have been silent for some seconds. */
  public Future<Void> sendAgainToTheSilent(Roster roster) {
    Instant instant = now.instant();
    return storage
        .read(handle -> OutboxStore.owing(handle, instant.minus(SILENCE), instant))
        .onSuccess(owing -> sendAgainTo(roster, owing))
        .mapEmpty();
  }

  /** A report settles the order it answers; in the report's own transaction. */
  public static void settle(Handle handle, NumberedReport told, Instant now) {
    Settlement.answered(told.report()).ifPresent(sequence -> settle(handle, told, sequence, now));
    if (told.report() instanceof Report.Ended ended) {
      OutboxStore.settle(handle, told.speaker(), ended.airing(), now); // who played by the plan
    }
  }

  private static void settle(Handle handle, NumberedReport told, long sequence, Instant now) {
    if (Settlement.isRefusal(told.report())) {
      OutboxStore.refuse(handle, told.speaker(), sequence, now);
    } else {
      OutboxStore.settle(handle, told.speaker(), sequence, now);
    }
  }

  /** Publishes an order to its zones. */
  void send(StoredOrder order) {
    for (PagingZone zone : order.zones()) {
      publish(topics.order(zone), order);
    }
  }

  private void sendAgainTo(Roster roster, List<SpeakerId> owing) {
    for (SpeakerId speaker : owing) {
      roster.find(speaker).filter(Speaker::isOnline).ifPresent(this::sendAgain);
    }
  }

  private void sendAgain(SpeakerId speaker, StoredOrder order) {
    publish(topics.order(speaker), order);
  }

  private void publish(String topic, StoredOrder order) {
    Duration life = Duration.between(now.instant(), order.expires());
    if (!life.isNegative() && !life.isZero()) {
      publisher
          .apply(Outgoing.delivered(topic, order.envelope(), life))
          .onFailure(e -> LOG.warn("topic={} order waits: {}", topic, e.getMessage()));
    }
  }
}
