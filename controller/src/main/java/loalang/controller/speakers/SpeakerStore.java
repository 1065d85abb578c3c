// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.broker.BrokerPassword;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.state.SpeakerState;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of speakers. Blocking, inside the caller's transaction. */
final class SpeakerStore {
  private SpeakerStore() {}

  /**
   * A speaker that is let in.
   *
   * @param passwordHash of its broker password, for our own gate
   * @param brokerPassword the same for a broker that is not ours; null if it joined before we kept
   *     that
   */
  record Row(Speaker speaker, String passwordHash, @Nullable BrokerPassword brokerPassword) {}

  static List<Row> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM speaker WHERE revoked_ms IS NULL ORDER BY id")
        .map((rows, context) -> row(rows))
        .list();
  }

  static Optional<Row> find(Handle handle, SpeakerId id) {
    return handle
        .createQuery("SELECT * FROM speaker WHERE id = :id AND revoked_ms IS NULL")
        .bind("id", id.value())
        .map((rows, context) -> row(rows))
        .findOne();
  }

  static void put(Handle handle, Row row, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO speaker"
                + " (id, zones, verify_key, password_hash, broker_password, enrolled_ms)"
                + " VALUES (:id, :zones, :key, :hash, :broker, :now) ON CONFLICT (id) DO UPDATE SET"
                + " zones = excluded.zones, verify_key = excluded.verify_key,"
                + " password_hash = excluded.password_hash, enrolled_ms = excluded.enrolled_ms,"
                + " broker_password = excluded.broker_password, revoked_ms = NULL")
        .bind("id", row.speaker().id().value())
        .bind("zones", Zones.column(row.speaker().zones()))
        .bind("key", row.speaker().key().x())
        .bind("hash", row.passwordHash())
        .bind("broker", row.brokerPassword() == null ? null : row.brokerPassword().text())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static int saw(Handle handle, SpeakerState state, Instant now) {
    return handle
        .createUpdate("UPDATE speaker SET state = :state, last_seen_ms = :now WHERE id = :id")
        .bind("state", Wire.STATE.encode(state))
        .bind("now", now.toEpochMilli())
        .bind("id", state.speaker().value())
        .execute();
  }

  static int revoke(Handle handle, SpeakerId id, Instant now) {
    return handle
        .createUpdate(
            "UPDATE speaker SET revoked_ms = :now, password_hash = '', broker_password = NULL"
                + " WHERE id = :id AND revoked_ms IS NULL")
        .bind("now", now.toEpochMilli())
        .bind("id", id.value())
        .execute();
  }

  private static Row row(ResultSet rows) throws SQLException {
    long seen = rows.getLong("last_seen_ms");
    Optional<Instant> lastSeen =
        rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen));
    Speaker speaker =
        new Speaker(
            new SpeakerId(rows.getString("id")),
            Zones.of(rows.getString("zones")),
            new VerifyKey(rows.getString("verify_key")),
            false, // nobody is heard before it speaks
            lastSeen,
            state(rows));
    @Nullable String broker = rows.getString("broker_password");
    return new Row(
        speaker,
        rows.getString("password_hash"),
        broker == null ? null : BrokerPassword.parse(broker));
  }

  private static Optional<SpeakerState> state(ResultSet rows) throws SQLException {
    byte[] bytes = rows.getBytes("state");
    return bytes != null
            && Wire.STATE.decode(bytes) instanceof Decoded.Understood<SpeakerState> understood
        ? Optional.of(understood.value())
        : Optional.empty();
  }
}
