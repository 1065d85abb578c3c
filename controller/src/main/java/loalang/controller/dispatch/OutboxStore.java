// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import loalang.controller.speakers.Zones;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import org.jdbi.v3.core.Handle;

/** The rows of orders and of who owes an answer. Blocking, inside the caller's transaction. */
final class OutboxStore {
  private OutboxStore() {}

  /** A signed order. */
  static final class StoredOrder {
    private final long sequence;
    private final AiringId airing;
    private final Set<PagingZone> zones;
    private final Instant expires;
    private final byte[] envelope;

    StoredOrder(Ticket ticket, Set<PagingZone> zones, Instant expires, byte[] envelope) {
      this.sequence = ticket.sequence();
      this.airing = ticket.airing();
      this.zones = Set.copyOf(zones);
      this.expires = expires;
      this.envelope = envelope.clone();
    }

    Set<PagingZone> zones() {
      return zones;
    }

    Instant expires() {
      return expires;
    }

    byte[] envelope() {
      return envelope.clone();
    }
  }

  /** Which order about which airing. */
  record Ticket(long sequence, AiringId airing) {}

  /** A number no order of this office ever had; it is spent if the transaction holds. */
  static long nextSequence(Handle handle) {
    return handle
        .createQuery(
            "UPDATE counter SET value = value + 1 WHERE name = 'order-sequence' RETURNING value")
        .mapTo(Long.class)
        .one();
  }

  static void put(Handle handle, StoredOrder order, Set<SpeakerId> owing, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO outbox_order (sequence, airing, zones, envelope, created_ms, expires_ms)"
                + " VALUES (:sequence, :airing, :zones, :envelope, :now, :expires)")
        .bind("sequence", order.sequence)
        .bind("airing", order.airing.value())
        .bind("zones", Zones.column(order.zones))
        .bind("envelope", order.envelope)
        .bind("now", now.toEpochMilli())
        .bind("expires", order.expires.toEpochMilli())
        .execute();
    for (SpeakerId speaker : owing) {
      handle
          .createUpdate("INSERT INTO outbox_due (sequence, speaker) VALUES (:sequence, :speaker)")
          .bind("sequence", order.sequence)
          .bind("speaker", speaker.value())
          .execute();
    }
  }

  /** This speaker has answered this order. */
  static void settle(Handle handle, SpeakerId speaker, long sequence, Instant now) {
    handle
        .createUpdate(
            "UPDATE outbox_due SET settled_ms = :now"
                + " WHERE speaker = :speaker AND sequence = :sequence AND settled_ms IS NULL")
        .bind("now", now.toEpochMilli())
        .bind("speaker", speaker.value())
        .bind("sequence", sequence)
        .execute();
  }

  /** This speaker has answered that it does not do it. */
  static void refuse(Handle handle, SpeakerId speaker, long sequence, Instant now) {
    handle
        .createUpdate(
            "UPDATE outbox_due SET refused_ms = :now, settled_ms = COALESCE(settled_ms, :now)"
                + " WHERE speaker = :speaker AND sequence = :sequence AND refused_ms IS NULL")
        .bind("now", now.toEpochMilli())
        .bind("speaker", speaker.value())
        .bind("sequence", sequence)
        .execute();
  }

  /** This speaker has nothing more to do about this airing. */
  static void settle(Handle handle, SpeakerId speaker, AiringId airing, Instant now) {
    handle
        .createUpdate(
            "UPDATE outbox_due SET settled_ms = :now WHERE speaker = :speaker"
                + " AND settled_ms IS NULL AND sequence IN"
                + " (SELECT sequence FROM outbox_order WHERE airing = :airing)")
        .bind("now", now.toEpochMilli())
        .bind("speaker", speaker.value())
        .bind("airing", airing.value())
        .execute();
  }

  /** What this speaker has not answered and what is still good, oldest first. */
  static List<StoredOrder> owedTo(Handle handle, SpeakerId speaker, Instant now) {
    return handle
        .createQuery(
            "SELECT o.* FROM outbox_due d JOIN outbox_order o ON o.sequence = d.sequence"
                + " WHERE d.speaker = :speaker AND d.settled_ms IS NULL AND o.expires_ms > :now"
                + " ORDER BY o.sequence")
        .bind("speaker", speaker.value())
        .bind("now", now.toEpochMilli())
        .map(
            (rows, context) ->
                new StoredOrder(
                    new Ticket(rows.getLong("sequence"), new AiringId(rows.getString("airing"))),
                    Zones.of(rows.getString("zones")),
                    Instant.ofEpochMilli(rows.getLong("expires_ms")),
                    rows.getBytes("envelope")))
        .list();
  }

  /** The speakers that owe an answer to an order that is still good and was given before. */
  static List<SpeakerId> owing(Handle handle, Instant givenBefore, Instant now) {
    return handle
        .createQuery(
            "SELECT DISTINCT d.speaker FROM outbox_due d"
                + " JOIN outbox_order o ON o.sequence = d.sequence"
                + " WHERE d.settled_ms IS NULL AND o.expires_ms > :now AND o.created_ms < :before")
        .bind("now", now.toEpochMilli())
        .bind("before", givenBefore.toEpochMilli())
        .mapTo(String.class)
        .map(SpeakerId::new)
        .list();
  }
}
