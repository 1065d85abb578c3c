// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import loalang.controller.accounts.AccountStore.KeptPassword;
import loalang.controller.accounts.FactorStore.Factor;
import loalang.controller.audit.Act;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** A door: what people do about their own account. On one event loop. */
public final class OwnDesk {
  private final StorageDesk storage;
  private final Staff staff;
  private final FactorSeal factors;
  private final InstantSource now;
  private final PasswordRules rules = PasswordRules.standard();
  private final SecureRandom random = new SecureRandom();

  OwnDesk(StorageDesk storage, Staff staff, FactorSeal factors, InstantSource now) {
    this.storage = storage;
    this.staff = staff;
    this.factors = factors;
    this.now = now;
  }

  /** One's own account; fails with ACCOUNT_UNKNOWN if it is gone. */
  public AccountCard card(String name) {
    return staff.find(name).orElseThrow();
  }

  /**
   * What an authenticator app takes in.
   *
   * @param secret in base 32, for those who type
   * @param uri for those who take a picture
   */
  public record NewFactor(String secret, String uri) {}

  /**
   * Chooses a password; every other session ends. Fails with PASSWORD_WRONG, LOGIN_TOO_OFTEN or why
   * the new one is not taken.
   *
   * @param session the one that stays
   */
  public Future<AccountCard> changePassword(Session session, String old, String chosen) {
    String name = session.account();
    Optional<Problem> refused =
        rules
            .refusal(name, chosen)
            .or(() -> old.equals(chosen) ? Optional.of(same()) : Optional.empty())
            .or(() -> staff.attempt(name, session.from().address(), now.instant()));
    if (refused.isPresent()) {
      return Future.failedFuture(new ProblemException(refused.get()));
    }
    return storage
        .read(handle -> AccountStore.passwordHash(handle, name))
        .compose(hash -> storage.run(() -> hashed(old, hash, chosen)))
        .compose(kept -> keep(session, kept))
        .onSuccess(card -> staff.succeeded(name, session.from().address()));
  }

  /** A secret for a second factor, which is asked for only after {@link #confirmTotp}. */
  public Future<NewFactor> beginTotp(Author by, String office) {
    String secret = Totp.secret(random);
    return change(
            by.did(Deed.TOTP_BEGUN, by.who()),
            handle -> FactorStore.begin(handle, by.who(), factors.close(by.who(), secret)))
        .map(card -> new NewFactor(secret, Totp.uri(by.who(), office, secret)));
  }

  /** The secret that waits for its first code; empty if none does. */
  public Future<Optional<NewFactor>> pendingTotp(Author by, String office) {
    return storage
        .read(
            handle ->
                FactorStore.pending(handle, by.who()).map(kept -> factors.open(by.who(), kept)))
        .map(kept -> kept.map(secret -> new NewFactor(secret, Totp.uri(by.who(), office, secret))));
  }

  /**
   * The second factor is asked for from now on.
   *
   * @param code that the app shows
   * @return eight codes, each good once in place of the app; shown once. Fails with TOTP_WRONG
   */
  public Future<List<String>> confirmTotp(Author by, String code) {
    Optional<Problem> tooOften = staff.attempt(by.who(), by.address(), now.instant());
    if (tooOften.isPresent()) {
      return Future.failedFuture(new ProblemException(tooOften.get()));
    }
    List<String> recovery = SecondFactor.freshRecoveryCodes(random);
    return change(
            by.did(Deed.TOTP_SET, by.who()),
            handle -> {
              String kept =
                  FactorStore.pending(handle, by.who())
                      .orElseThrow(() -> new ProblemException(SecondFactor.wrong()));
              String secret = factors.open(by.who(), kept);
              OptionalLong step = Totp.stepOf(code.strip(), secret, 0, now.instant());
              Factor factor =
                  new Factor(
                      kept, step.orElseThrow(() -> new ProblemException(SecondFactor.wrong())));
              FactorStore.set(
                  handle, by.who(), factor, recovery.stream().map(SecondFactor::hash).toList());
            })
        .onSuccess(card -> staff.succeeded(by.who(), by.address()))
        .map(card -> recovery);
  }

  /** The second factor is not asked for any more; a code of it is needed for that. */
  public Future<AccountCard> removeTotp(Session session, String code) {
    Optional<Problem> tooOften =
        staff.attempt(session.account(), session.from().address(), now.instant());
    if (tooOften.isPresent()) {
      return Future.failedFuture(new ProblemException(tooOften.get()));
    }
    Author by = author(session);
    LoginForm form = new LoginForm(session.account(), "", code, session.from());
    return change(
            by.did(Deed.TOTP_REMOVED, by.who()),
            handle -> {
              SecondFactor.check(handle, form, factors, now.instant());
              FactorStore.remove(handle, by.who());
            })
        .onSuccess(card -> staff.succeeded(by.who(), by.address()));
  }

  /** Where one is logged in, the latest used first. */
  public List<Session> sessions(String account) {
    return staff.sessions.of(account, now.instant());
  }

  /** Ends one of one's own sessions; fails with SESSION_UNKNOWN. */
  public Future<AccountCard> endSession(Author by, String id) {
    boolean isOwn = sessions(by.who()).stream().anyMatch(session -> session.id().equals(id));
    if (!isOwn) {
      return Future.failedFuture(new ProblemException(unknown(id)));
    }
    return change(
            by.did(Deed.SESSIONS_ENDED, by.who()).saying(id),
            handle -> SessionStore.end(handle, id))
        .onSuccess(card -> staff.sessions.end(id));
  }

  private Future<AccountCard> keep(Session session, KeptPassword kept) {
    Optional<String> stays = Optional.of(session.id());
    return change(
            author(session).did(Deed.PASSWORD_CHANGED, session.account()),
            handle -> {
              AccountStore.setPassword(handle, session.account(), kept);
              SessionStore.endAll(handle, session.account(), stays);
            })
        .onSuccess(card -> staff.sessions.endAll(session.account(), stays));
  }

  private Future<AccountCard> change(Act act, Consumer<Handle> work) {
    Instant instant = now.instant();
    return storage
        .write(
            handle -> {
              AuditStore.add(handle, act, instant);
              work.accept(handle);
              return AccountStore.find(handle, act.object()).orElseThrow();
            })
        .onSuccess(staff::put);
  }

  private KeptPassword hashed(String old, Optional<String> hash, String chosen) {
    if (!staff.passwords.isRight(old, hash)) {
      throw new ProblemException(
          new Problem(
              "PASSWORD_WRONG",
              "The password that is to be changed is wrong.",
              "Type the one you logged in with."));
    }
    return new KeptPassword(staff.passwords.hash(chosen), Optional.empty());
  }

  private static Author author(Session session) {
    return new Author(session.account(), session.from().address());
  }

  private static Problem same() {
    return new Problem(
        "PASSWORD_COMMON", "The new password is the old one.", "Choose another password.");
  }

  private static Problem unknown(String id) {
    return new Problem(
        "SESSION_UNKNOWN",
        "You have no session \"%s\".".formatted(id),
        "GET /api/v1/me/sessions lists those you have.");
  }
}
