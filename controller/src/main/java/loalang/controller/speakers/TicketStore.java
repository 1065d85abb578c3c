// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import org.jdbi.v3.core.Handle;

/** The rows of claim tickets. Blocking, inside the caller's transaction. */
final class TicketStore {
  private TicketStore() {}

  /** A ticket as it stands. */
  record Ticket(
      OpenCode code,
      Optional<SpeakerId> speaker,
      Set<PagingZone> zones,
      Optional<SpeakerId> usedBy,
      Optional<String> usedKey) {}

  static void put(Handle handle, Ticket ticket, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO claim_ticket (code_hash, speaker, zones, created_ms, expires_ms)"
                + " VALUES (:code, :speaker, :zones, :now, :expires)")
        .bind("code", ticket.code().codeHash())
        .bind("speaker", ticket.speaker().map(SpeakerId::value).orElse(null))
        .bind("zones", Zones.column(ticket.zones()))
        .bind("now", now.toEpochMilli())
        .bind("expires", ticket.code().expires().toEpochMilli())
        .execute();
  }

  static Optional<Ticket> find(Handle handle, String codeHash) {
    return handle
        .createQuery("SELECT * FROM claim_ticket WHERE code_hash = :code")
        .bind("code", codeHash)
        .map((rows, context) -> ticket(rows))
        .findOne();
  }

  static List<OpenCode> open(Handle handle, Instant now) {
    return handle
        .createQuery("SELECT * FROM claim_ticket WHERE expires_ms > :now")
        .bind("now", now.toEpochMilli())
        .map((rows, context) -> ticket(rows).code())
        .list();
  }

  static void use(Handle handle, String codeHash, Speaker by) {
    handle
        .createUpdate(
            "UPDATE claim_ticket SET used_by = :speaker, used_key = :key WHERE code_hash = :code")
        .bind("speaker", by.id().value())
        .bind("key", by.key().x())
        .bind("code", codeHash)
        .execute();
  }

  private static Ticket ticket(ResultSet rows) throws SQLException {
    return new Ticket(
        new OpenCode(rows.getString("code_hash"), Instant.ofEpochMilli(rows.getLong("expires_ms"))),
        Optional.ofNullable(rows.getString("speaker")).map(SpeakerId::new),
        Zones.of(rows.getString("zones")),
        Optional.ofNullable(rows.getString("used_by")).map(SpeakerId::new),
        Optional.ofNullable(rows.getString("used_key")));
  }
}
