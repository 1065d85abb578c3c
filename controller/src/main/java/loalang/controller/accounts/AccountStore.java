// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.speakers.Zones;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of accounts and what is granted to them. Blocking, in the caller's transaction. */
final class AccountStore {
  private AccountStore() {}

  static List<AccountCard> all(Handle handle) {
    Map<String, List<Grant>> grants = new HashMap<>();
    handle
        .createQuery("SELECT account, role, zones FROM account_grant ORDER BY account, role")
        .map(
            (rows, context) ->
                Map.entry(
                    rows.getString("account"),
                    new Grant(
                        Role.valueOf(rows.getString("role")), Zones.of(rows.getString("zones")))))
        .forEach(
            row ->
                grants
                    .computeIfAbsent(row.getKey(), name -> new ArrayList<>())
                    .add(row.getValue()));
    return handle
        .createQuery("SELECT * FROM account ORDER BY name")
        .map((rows, context) -> card(rows, grants))
        .list();
  }

  static Optional<AccountCard> find(Handle handle, String name) {
    return all(handle).stream().filter(card -> card.name().equals(name)).findFirst();
  }

  /**
   * A password as it is kept.
   *
   * @param hash by Argon2id
   * @param oneTimeUntil when it ends if it is good for one login only
   */
  record KeptPassword(String hash, Optional<Instant> oneTimeUntil) {}

  /** True if it was new; false if the name is taken. */
  static boolean add(Handle handle, String name, KeptPassword password, Instant now) {
    return handle
            .createUpdate(
                "INSERT INTO account (name, password_hash, created_ms, one_time_until_ms)"
                    + " VALUES (:name, :hash, :now, :until) ON CONFLICT (name) DO NOTHING")
            .bind("name", name)
            .bind("hash", password.hash())
            .bind("now", now.toEpochMilli())
            .bind("until", millis(password.oneTimeUntil()))
            .execute()
        == 1;
  }

  static Optional<String> passwordHash(Handle handle, String name) {
    return handle
        .createQuery("SELECT password_hash FROM account WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  static void setPassword(Handle handle, String name, KeptPassword password) {
    handle
        .createUpdate(
            "UPDATE account SET password_hash = :hash, one_time_until_ms = :until"
                + " WHERE name = :name")
        .bind("name", name)
        .bind("hash", password.hash())
        .bind("until", millis(password.oneTimeUntil()))
        .execute();
  }

  static void setGrants(Handle handle, String name, List<Grant> grants) {
    handle
        .createUpdate("DELETE FROM account_grant WHERE account = :name")
        .bind("name", name)
        .execute();
    for (Grant grant : grants) {
      handle
          .createUpdate(
              "INSERT INTO account_grant (account, role, zones) VALUES (:name, :role, :zones)")
          .bind("name", name)
          .bind("role", grant.role().name())
          .bind("zones", Zones.column(grant.only()))
          .execute();
    }
  }

  static void setDisabled(Handle handle, String name, Optional<Instant> since) {
    handle
        .createUpdate("UPDATE account SET disabled_ms = :since WHERE name = :name")
        .bind("name", name)
        .bind("since", millis(since))
        .execute();
  }

  private static AccountCard card(ResultSet rows, Map<String, List<Grant>> grants)
      throws SQLException {
    String name = rows.getString("name");
    return new AccountCard(
        name,
        grants.getOrDefault(name, List.of()),
        Instant.ofEpochMilli(rows.getLong("created_ms")),
        instant(rows, "disabled_ms"),
        instant(rows, "one_time_until_ms"),
        rows.getString("totp_secret") != null);
  }

  private static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
    long millis = rows.getLong(column);
    return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static @Nullable Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }
}
