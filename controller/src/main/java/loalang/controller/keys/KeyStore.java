// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.order.Issuer;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;

/** The rows of key statements and of who obeys them. Blocking, in the caller's transaction. */
final class KeyStore {
  private KeyStore() {}

  /** A statement as it was signed. */
  static final class Signed {
    private final KeyStatement statement;
    private final KeyId signer;
    private final byte[] envelope;

    Signed(KeyStatement statement, KeyId signer, byte[] envelope) {
      this.statement = statement;
      this.signer = signer;
      this.envelope = envelope.clone();
    }

    KeyStatement statement() {
      return statement;
    }

    KeyId signer() {
      return signer;
    }

    byte[] envelope() {
      return envelope.clone();
    }
  }

  /** Every statement, the lower level first, each level's oldest first. */
  static List<Signed> all(Handle handle) {
    return handle
        .createQuery("SELECT signer, payload, envelope FROM key_statement ORDER BY level, edition")
        .map((rows, context) -> signed(rows))
        .list();
  }

  static void put(Handle handle, Signed signed, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO key_statement (level, edition, signer, payload, envelope, made_ms)"
                + " VALUES (:level, :edition, :signer, :payload, :envelope, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("level", signed.statement.level().name())
        .bind("edition", signed.statement.edition())
        .bind("signer", signed.signer.thumbprint())
        .bind("payload", Wire.KEY_STATEMENT.encode(signed.statement))
        .bind("envelope", signed.envelope)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** A speaker obeys the keys of that edition. */
  static void adopted(Handle handle, SpeakerId speaker, TrustedEdition edition, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO keys_adopted (speaker, level, edition, received_ms)"
                + " VALUES (:speaker, :level, :edition, :now)"
                + " ON CONFLICT (speaker, level) DO UPDATE SET edition = excluded.edition,"
                + " received_ms = excluded.received_ms"
                + " WHERE excluded.edition >= keys_adopted.edition OR keys_adopted.received_ms <"
                + " (SELECT enrolled_ms FROM speaker WHERE id = excluded.speaker)")
        .bind("speaker", speaker.value())
        .bind("level", edition.level().name())
        .bind("edition", edition.edition())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Which edition of which level. */
  record TrustedEdition(Issuer level, long edition) {}

  /** Which edition of a level each speaker said it obeys, since it joined. */
  static Map<SpeakerId, Long> adopted(Handle handle, Issuer level) {
    Map<SpeakerId, Long> all = new HashMap<>();
    handle
        .createQuery(
            "SELECT k.speaker, k.edition FROM keys_adopted k JOIN speaker s ON s.id = k.speaker"
                + " AND k.received_ms >= s.enrolled_ms WHERE k.level = :level")
        .bind("level", level.name())
        .map(
            (rows, context) ->
                Map.entry(new SpeakerId(rows.getString("speaker")), rows.getLong("edition")))
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** A speaker that joins from now on is told to obey this key too. */
  static void grant(Handle handle, TrustedKey key, String by, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO granted_key (level, key, by_whom, added_ms)"
                + " VALUES (:level, :key, :by, :now) ON CONFLICT DO NOTHING")
        .bind("level", key.issuer().name())
        .bind("key", key.key().x())
        .bind("by", by)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** A speaker that joins from now on is not told of this key any more. */
  static void ungrant(Handle handle, TrustedKey key) {
    handle
        .createUpdate("DELETE FROM granted_key WHERE level = :level AND key = :key")
        .bind("level", key.issuer().name())
        .bind("key", key.key().x())
        .execute();
  }

  static List<TrustedKey> granted(Handle handle) {
    return new ArrayList<>(
        handle
            .createQuery("SELECT level, key FROM granted_key ORDER BY level, added_ms, key")
            .map(
                (rows, context) ->
                    new TrustedKey(
                        new VerifyKey(rows.getString("key")),
                        Issuer.valueOf(rows.getString("level"))))
            .list());
  }

  /** The last instant at which something that was ordered before an instant may still sound. */
  static Optional<Instant> orderedUntil(Handle handle, Instant before) {
    return handle
        .createQuery(
            "SELECT MAX(a.deadline_ms) FROM airing a WHERE a.deadline_passed_ms IS NULL"
                + " AND EXISTS (SELECT 1 FROM outbox_order o"
                + " WHERE o.airing = a.id AND o.created_ms < :before)")
        .bind("before", before.toEpochMilli())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private static Signed signed(ResultSet rows) throws SQLException {
    if (Wire.KEY_STATEMENT.decode(rows.getBytes("payload"))
        instanceof Decoded.Understood<KeyStatement> understood) {
      return new Signed(
          understood.value(), new KeyId(rows.getString("signer")), rows.getBytes("envelope"));
    }
    throw new IllegalStateException("The database holds a key statement that cannot be read.");
  }
}
