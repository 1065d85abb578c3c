// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.accounts.LoginForm.Origin;
import org.jdbi.v3.core.Handle;

/** Sessions, which outlive the process. Blocking, in the caller's transaction. */
final class SessionStore {
  private SessionStore() {}

  static void add(Handle handle, String hash, Session session) {
    handle
        .createUpdate(
            "INSERT INTO session (token_hash, account, address, device, opened_ms, seen_ms)"
                + " VALUES (:hash, :account, :address, :device, :opened, :seen)")
        .bind("hash", hash)
        .bind("account", session.account())
        .bind("address", session.from().address())
        .bind("device", session.from().device())
        .bind("opened", session.opened().toEpochMilli())
        .bind("seen", session.seen().toEpochMilli())
        .execute();
  }

  /** Every session by the hash of its token; those that are over go. */
  static List<Map.Entry<String, Session>> live(Handle handle) {
    return handle
        .createQuery("SELECT * FROM session")
        .map(
            (rows, context) -> {
              String hash = rows.getString("token_hash");
              Session session =
                  new Session(
                      Sessions.id(hash),
                      rows.getString("account"),
                      "",
                      Instant.ofEpochMilli(rows.getLong("opened_ms")),
                      Instant.ofEpochMilli(rows.getLong("seen_ms")),
                      new Origin(rows.getString("address"), rows.getString("device")));
              return Map.entry(hash, session);
            })
        .list();
  }

  static void sweep(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM session WHERE seen_ms <= :idle OR opened_ms <= :old")
        .bind("idle", now.minus(Sessions.IDLE).toEpochMilli())
        .bind("old", now.minus(Sessions.WHOLE).toEpochMilli())
        .execute();
  }

  static void seen(Handle handle, Session session) {
    handle
        .createUpdate("UPDATE session SET seen_ms = :seen WHERE substr(token_hash, 1, 16) = :id")
        .bind("id", session.id())
        .bind("seen", session.seen().toEpochMilli())
        .execute();
  }

  static void end(Handle handle, String id) {
    handle
        .createUpdate("DELETE FROM session WHERE substr(token_hash, 1, 16) = :id")
        .bind("id", id)
        .execute();
  }

  static void endAll(Handle handle, String account, Optional<String> except) {
    handle
        .createUpdate(
            "DELETE FROM session WHERE account = :account"
                + " AND substr(token_hash, 1, 16) <> :except")
        .bind("account", account)
        .bind("except", except.orElse(""))
        .execute();
  }
}
