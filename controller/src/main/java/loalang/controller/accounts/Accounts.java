// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.accounts.AccountStore.KeptPassword;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.keys.SecretFile;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door: logs people in and tells who somebody is. On one event loop. */
public final class Accounts {
  /** The account that exists from the first start. */
  public static final String FIRST = "canbo";

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private final StorageDesk storage;
  private final Proofs proofs;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();
  private final Staff staff;

  /**
   * By what people prove who they are.
   *
   * @param passwords how they are kept
   * @param factors seals second factors
   * @param cliToken what the command line shows instead of a password
   */
  public record Proofs(Passwords passwords, FactorSeal factors, String cliToken) {}

  /** Accounts; none are known before the first is made. */
  public Accounts(StorageDesk storage, Proofs proofs, InstantSource now) {
    this.storage = storage;
    this.proofs = proofs;
    this.staff = new Staff(proofs.passwords());
    this.now = now;
  }

  /** A token for the command line, made at the first start. Blocking. */
  public static String cliToken(Path file) {
    SecureRandom random = new SecureRandom();
    return SecretFile.readOrMake(file, () -> Secrets.fresh(random));
  }

  /** For those who manage other people's accounts. */
  public AccountDesk desk() {
    return new AccountDesk(storage, staff, now);
  }

  /** For what people do about their own account. */
  public OwnDesk own() {
    return new OwnDesk(storage, staff, proofs.factors(), now);
  }

  /**
   * Makes the first account if there is none, and takes in who is logged in since before the start.
   *
   * @param firstLogin the file its password is written to
   * @return its password, shown once; empty if there are accounts
   */
  public Future<Optional<String>> makeFirst(Path firstLogin) {
    String password = Passwords.generate(random);
    return storage
        .write(handle -> makeFirst(handle, password, firstLogin))
        .compose(made -> storage.read(this::known).map(known -> take(known, made)));
  }

  /**
   * Logs in; the answer is the session's token. Fails with LOGIN_REFUSED, LOGIN_TOO_OFTEN,
   * PASSWORD_EXPIRED, TOTP_NEEDED or TOTP_WRONG.
   */
  public Future<String> logIn(LoginForm form) {
    Optional<Problem> tooOften =
        staff.attempt(form.account(), form.from().address(), now.instant());
    if (tooOften.isPresent()) {
      return Future.failedFuture(new ProblemException(tooOften.get()));
    }
    String token = Secrets.fresh(random);
    return storage
        .read(handle -> AccountStore.passwordHash(handle, form.account()))
        .compose(hash -> storage.run(() -> staff.passwords.isRight(form.password(), hash)))
        .compose(
            isRight -> isRight ? storage.write(handle -> enter(handle, form, token)) : no(form))
        .map(session -> opened(session, token));
  }

  /** Who shows this session token. Using it keeps the session awake. */
  public Optional<Session> session(String token) {
    Instant instant = now.instant();
    Optional<Session> used =
        staff.sessions.use(token, instant).filter(session -> isWorking(session.account()));
    used.filter(session -> staff.isWorthWriting(session, instant)).ifPresent(this::keepAwake);
    return used;
  }

  /** Whoever a session belongs to, with what is granted to them now. */
  public Actor actor(Session session) {
    return staff
        .find(session.account())
        .<Actor>map(AccountCard::person)
        .orElseGet(Actor.Stranger::new);
  }

  /** An account; empty if there is none of this name. */
  public Optional<AccountCard> card(String account) {
    return staff.find(account);
  }

  /** Ends a session. */
  public void logOut(String token) {
    end(Sessions.id(Sessions.hash(token)));
  }

  private void end(String id) {
    staff.sessions.end(id);
    storage
        .write(
            handle -> {
              SessionStore.end(handle, id);
              return id;
            })
        .onFailure(e -> LOG.warn("a session that ended is still stored: {}", e.getMessage()));
  }

  /** True if this is the command line's token; takes as long for a wrong one. */
  public boolean isCommandLine(String token) {
    return Secrets.isSame(token, proofs.cliToken());
  }

  /** True if this is the token the session's own pages carry. */
  public static boolean isFromOwnPage(Session session, String csrfToken) {
    return Secrets.isSame(csrfToken, session.csrfToken());
  }

  private Optional<String> makeFirst(Handle handle, String password, Path firstLogin) {
    SessionStore.sweep(handle, now.instant());
    if (!AccountStore.all(handle).isEmpty()) {
      return Optional.empty();
    }
    KeptPassword kept = new KeptPassword(staff.passwords.hash(password), Optional.empty());
    AccountStore.add(handle, FIRST, kept, now.instant());
    List<Grant> grants = List.of(Grant.everywhere(Role.ADMIN), Grant.everywhere(Role.OFFICER));
    AccountStore.setGrants(handle, FIRST, grants);
    Author office = new Author("office", "");
    AuditStore.add(
        handle, office.did(Deed.ACCOUNT_ADDED, FIRST).saying(grants.toString()), now.instant());
    try {
      SecretFile.write(firstLogin, FIRST + "\n" + password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(password);
  }

  private record Known(List<AccountCard> cards, List<Map.Entry<String, Session>> sessions) {}

  private Known known(Handle handle) {
    return new Known(AccountStore.all(handle), SessionStore.live(handle));
  }

  private Optional<String> take(Known known, Optional<String> password) {
    known.cards().forEach(staff::put);
    known.sessions().forEach(entry -> staff.sessions.add(entry.getKey(), entry.getValue()));
    return password;
  }

  private boolean isWorking(String account) {
    return staff.find(account).filter(card -> card.disabled().isEmpty()).isPresent();
  }

  private Session enter(Handle handle, LoginForm form, String token) {
    Instant instant = now.instant();
    Author author = new Author(form.account(), form.from().address());
    AuditStore.add(handle, author.did(Deed.LOGGED_IN, form.account()), instant);
    AccountCard card =
        AccountStore.find(handle, form.account())
            .filter(found -> found.disabled().isEmpty())
            .orElseThrow(() -> new ProblemException(refused()));
    card.oneTimeUntil()
        .filter(until -> !instant.isBefore(until))
        .ifPresent(
            until -> {
              throw new ProblemException(expired(card));
            });
    SecondFactor.check(handle, form, proofs.factors(), instant);
    String hash = Sessions.hash(token);
    Session session =
        new Session(Sessions.id(hash), card.name(), "", instant, instant, form.from());
    SessionStore.add(handle, hash, session);
    return session;
  }

  private String opened(Session session, String token) {
    staff.succeeded(session.account(), session.from().address());
    staff.sessions.tooMany(session.account(), now.instant()).ifPresent(oldest -> end(oldest.id()));
    staff.sessions.add(Sessions.hash(token), session);
    return token;
  }

  private void keepAwake(Session session) {
    storage
        .write(
            handle -> {
              SessionStore.seen(handle, session);
              return session;
            })
        .onFailure(e -> LOG.warn("a session's use is not stored: {}", e.getMessage()));
  }

  private static Future<Session> no(LoginForm form) {
    LOG.warn("login refused, address={}", form.from().address());
    return Future.failedFuture(new ProblemException(refused()));
  }

  private static Problem refused() {
    return new Problem(
        "LOGIN_REFUSED",
        "Account or password is wrong.",
        "The first password of \"canbo\" stands in first-login.txt in the data directory; an admin"
            + " resets others.");
  }

  private static Problem expired(AccountCard card) {
    return new Problem(
        "PASSWORD_EXPIRED",
        "The one-time password of \"%s\" is too old.".formatted(card.name()),
        "Ask an admin for a new one.");
  }
}
