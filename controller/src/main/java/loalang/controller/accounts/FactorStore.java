// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Second factors and recovery codes. Blocking, in the caller's transaction. */
final class FactorStore {
  private FactorStore() {}

  /**
   * A second factor that is in force.
   *
   * @param secret as it is sealed
   * @param lastStep the last step whose code was used; it opens nothing again
   */
  record Factor(String secret, long lastStep) {}

  static Optional<Factor> find(Handle handle, String account) {
    return handle
        .createQuery(
            "SELECT totp_secret, totp_step FROM account"
                + " WHERE name = :name AND totp_secret IS NOT NULL")
        .bind("name", account)
        .map(
            (rows, context) -> new Factor(rows.getString("totp_secret"), rows.getLong("totp_step")))
        .findOne();
  }

  static Optional<String> pending(Handle handle, String account) {
    return handle
        .createQuery(
            "SELECT totp_pending FROM account WHERE name = :name AND totp_pending IS NOT NULL")
        .bind("name", account)
        .mapTo(String.class)
        .findOne();
  }

  static void begin(Handle handle, String account, String secret) {
    handle
        .createUpdate("UPDATE account SET totp_pending = :secret WHERE name = :name")
        .bind("name", account)
        .bind("secret", secret)
        .execute();
  }

  static void set(Handle handle, String account, Factor factor, List<String> recoveryHashes) {
    remove(handle, account);
    handle
        .createUpdate(
            "UPDATE account SET totp_secret = :secret, totp_step = :step WHERE name = :name")
        .bind("name", account)
        .bind("secret", factor.secret())
        .bind("step", factor.lastStep())
        .execute();
    for (String hash : recoveryHashes) {
      handle
          .createUpdate("INSERT INTO recovery_code (account, code_hash) VALUES (:name, :hash)")
          .bind("name", account)
          .bind("hash", hash)
          .execute();
    }
  }

  static void remove(Handle handle, String account) {
    handle
        .createUpdate(
            "UPDATE account SET totp_secret = NULL, totp_pending = NULL, totp_step = 0"
                + " WHERE name = :name")
        .bind("name", account)
        .execute();
    handle
        .createUpdate("DELETE FROM recovery_code WHERE account = :name")
        .bind("name", account)
        .execute();
  }

  /** True if the step was not used before; it is from now on. */
  static boolean useStep(Handle handle, String account, long step) {
    return handle
            .createUpdate(
                "UPDATE account SET totp_step = :step WHERE name = :name AND totp_step < :step")
            .bind("name", account)
            .bind("step", step)
            .execute()
        == 1;
  }

  /** True if the recovery code was there and unused; it is used from now on. */
  static boolean useRecovery(Handle handle, String account, String hash, Instant now) {
    return handle
            .createUpdate(
                "UPDATE recovery_code SET used_ms = :now"
                    + " WHERE account = :name AND code_hash = :hash AND used_ms IS NULL")
            .bind("name", account)
            .bind("hash", hash)
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }
}
