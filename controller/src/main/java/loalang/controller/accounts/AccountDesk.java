// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import loalang.controller.accounts.AccountStore.KeptPassword;
import loalang.controller.audit.Act;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** A door: makes and changes accounts for those who may. On one event loop. */
public final class AccountDesk {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");
  private static final Duration ONE_TIME = Duration.ofDays(3);

  private final StorageDesk storage;
  private final Staff staff;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();

  AccountDesk(StorageDesk storage, Staff staff, InstantSource now) {
    this.storage = storage;
    this.staff = staff;
    this.now = now;
  }

  /**
   * An account whose owner must choose a password at the first login.
   *
   * @param card the account
   * @param password good once, shown once
   */
  public record Handed(AccountCard card, String password) {}

  /** Every account, by name. */
  public List<AccountCard> all() {
    return List.copyOf(staff.all());
  }

  /** One account; fails with ACCOUNT_UNKNOWN. */
  public Future<AccountCard> find(String name) {
    return staff
        .find(name)
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(unknown(name)));
  }

  /** Makes one; fails with ACCOUNT_NAME_INVALID or ACCOUNT_TAKEN. */
  public Future<Handed> add(Author by, String name, List<Grant> grants) {
    if (!NAME.matcher(name).matches() || isReserved(name)) {
      return Future.failedFuture(invalid(name));
    }
    Act act = by.did(Deed.ACCOUNT_ADDED, name).saying(grants.toString());
    String password = Passwords.generate(random);
    return hashed(password)
        .compose(
            kept ->
                change(
                    act,
                    (handle, instant) -> {
                      if (!AccountStore.add(handle, name, kept, instant)) {
                        throw taken(name);
                      }
                      AccountStore.setGrants(handle, name, grants);
                    }))
        .map(card -> new Handed(card, password));
  }

  /** Grants these roles in place of those there were; fails with ACCOUNT_UNKNOWN or LAST_ADMIN. */
  public Future<AccountCard> grant(Author by, String name, List<Grant> grants) {
    Act act = by.did(Deed.ACCOUNT_GRANTED, name).saying(grants.toString());
    return change(
        act,
        (handle, instant) -> {
          known(handle, name);
          AccountStore.setGrants(handle, name, grants);
        });
  }

  /** Nobody logs in with it any more; fails with ACCOUNT_UNKNOWN or LAST_ADMIN. */
  public Future<AccountCard> disable(Author by, String name) {
    return change(
            by.did(Deed.ACCOUNT_DISABLED, name),
            (handle, instant) -> {
              known(handle, name);
              AccountStore.setDisabled(handle, name, Optional.of(instant));
              SessionStore.endAll(handle, name, Optional.empty());
            })
        .onSuccess(card -> staff.sessions.endAll(name, Optional.empty()));
  }

  /** It works again; fails with ACCOUNT_UNKNOWN. */
  public Future<AccountCard> enable(Author by, String name) {
    return change(
        by.did(Deed.ACCOUNT_ENABLED, name),
        (handle, instant) -> {
          known(handle, name);
          AccountStore.setDisabled(handle, name, Optional.empty());
        });
  }

  /** A one-time password in place of the one there was; its sessions end. */
  public Future<Handed> resetPassword(Author by, String name) {
    String password = Passwords.generate(random);
    return hashed(password)
        .compose(
            kept ->
                change(
                    by.did(Deed.PASSWORD_RESET, name),
                    (handle, instant) -> {
                      known(handle, name);
                      AccountStore.setPassword(handle, name, kept);
                      SessionStore.endAll(handle, name, Optional.empty());
                    }))
        .onSuccess(card -> staff.sessions.endAll(name, Optional.empty()))
        .map(card -> new Handed(card, password));
  }

  /** Takes the second factor away from somebody who lost it; fails with ACCOUNT_UNKNOWN. */
  public Future<AccountCard> removeTotp(Author by, String name) {
    return change(
        by.did(Deed.TOTP_REMOVED, name),
        (handle, instant) -> {
          known(handle, name);
          FactorStore.remove(handle, name);
        });
  }

  /** Where somebody is logged in; fails with ACCOUNT_UNKNOWN. */
  public Future<List<Session>> sessions(String name) {
    return find(name).map(card -> staff.sessions.of(name, now.instant()));
  }

  /** Logs somebody out everywhere; fails with ACCOUNT_UNKNOWN. */
  public Future<AccountCard> endSessions(Author by, String name) {
    return change(
            by.did(Deed.SESSIONS_ENDED, name),
            (handle, instant) -> {
              known(handle, name);
              SessionStore.endAll(handle, name, Optional.empty());
            })
        .onSuccess(card -> staff.sessions.endAll(name, Optional.empty()));
  }

  // The log's row comes first: it makes changes of accounts wait for one another, so that two
  // admins who dismiss each other at the same time do not both succeed.
  private Future<AccountCard> change(Act act, BiConsumer<Handle, Instant> work) {
    Instant instant = now.instant();
    return storage
        .write(
            handle -> {
              AuditStore.add(handle, act, instant);
              work.accept(handle, instant);
              if (AccountStore.all(handle).stream().noneMatch(AccountCard::isWorkingAdmin)) {
                throw lastAdmin(act.object());
              }
              return AccountStore.find(handle, act.object()).orElseThrow();
            })
        .onSuccess(staff::put);
  }

  private Future<KeptPassword> hashed(String password) {
    Instant until = now.instant().plus(ONE_TIME);
    return storage.run(() -> new KeptPassword(staff.passwords.hash(password), Optional.of(until)));
  }

  private static void known(Handle handle, String name) {
    if (AccountStore.find(handle, name).isEmpty()) {
      throw unknown(name);
    }
  }

  private static ProblemException unknown(String name) {
    return new ProblemException(
        new Problem(
            "ACCOUNT_UNKNOWN",
            "There is no account \"%s\".".formatted(name),
            "GET /api/v1/accounts lists those there are."));
  }

  private static ProblemException taken(String name) {
    return new ProblemException(
        new Problem(
            "ACCOUNT_TAKEN",
            "There already is an account \"%s\".".formatted(name),
            "Choose another name; a disabled account can be enabled again."));
  }

  private static boolean isReserved(String name) {
    return name.equals(Author.COMMAND_LINE) || name.equals(Author.OFFICE.who());
  }

  private static ProblemException invalid(String name) {
    return new ProblemException(
        new Problem(
            "ACCOUNT_NAME_INVALID",
            "\"%s\" is no name of an account.".formatted(name),
            "Use 2 to 32 of a-z, 0-9, '.', '_' and '-', such as an-nguyen."));
  }

  private static ProblemException lastAdmin(String name) {
    return new ProblemException(
        new Problem(
            "LAST_ADMIN",
            "\"%s\" is the last admin who can log in.".formatted(name),
            "Make another account admin first."));
  }
}
