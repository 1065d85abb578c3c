// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import loalang.controller.keys.SecretFile;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** The door: logs people in and tells who somebody is. On one event loop. */
public final class Accounts {
  /** The account that exists from the first start. */
  public static final String FIRST = "canbo";

  private static final Duration SESSION_LIFE = Duration.ofHours(12);
  private static final int SECRET_BYTES = 24;
  private static final int MAX_SESSIONS = 1_000;

  private final StorageDesk storage;
  private final AttemptLimit limit;
  private final String cliToken;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new HashMap<>();

  /**
   * Accounts.
   *
   * @param cliToken what the command line shows instead of a password
   */
  public Accounts(StorageDesk storage, AttemptLimit limit, String cliToken, InstantSource now) {
    this.storage = storage;
    this.limit = limit;
    this.cliToken = cliToken;
    this.now = now;
  }

  /** A token for the command line, made at the first start. Blocking. */
  public static String cliToken(Path file) {
    SecureRandom random = new SecureRandom();
    return SecretFile.readOrMake(file, () -> secret(random));
  }

  /**
   * Makes the first account if there is none.
   *
   * @param firstLogin the file its password is written to
   * @return its password, shown once; empty if there are accounts
   */
  public Future<Optional<String>> makeFirst(Path firstLogin) {
    String password = Passwords.generate(random);
    return storage.write(handle -> makeFirst(handle, password, firstLogin));
  }

  /** Logs in; fails with LOGIN_REFUSED or LOGIN_TOO_OFTEN. The answer is the session's token. */
  public Future<String> logIn(String account, String password) {
    if (!limit.mayTry(account, now.instant())) {
      return Future.failedFuture(
          new ProblemException(
              new Problem(
                  "LOGIN_TOO_OFTEN",
                  "Too many wrong passwords for \"%s\".".formatted(shown(account)),
                  "Wait five minutes and try again.")));
    }
    return storage
        .read(handle -> hashOf(handle, account))
        .compose(hash -> storage.run(() -> matches(password, hash)))
        .compose(right -> right ? open(account) : refuse(account));
  }

  /** Who shows this session token. */
  public Optional<Session> session(String token) {
    Session session = sessions.get(token);
    if (session != null && !now.instant().isBefore(session.expires())) {
      sessions.remove(token);
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  /** Ends a session. */
  public void logOut(String token) {
    sessions.remove(token);
  }

  /** True if this is the command line's token; takes as long for a wrong one. */
  public boolean isCommandLine(String token) {
    return isSame(token, cliToken);
  }

  /** True if this is the token the session's own pages carry. */
  public static boolean isFromOwnPage(Session session, String csrfToken) {
    return isSame(csrfToken, session.csrfToken());
  }

  private Optional<String> makeFirst(Handle handle, String password, Path firstLogin) {
    Instant instant = now.instant();
    boolean isNew = handle.createQuery("SELECT COUNT(*) FROM account").mapTo(Long.class).one() == 0;
    if (!isNew) {
      return Optional.empty();
    }
    handle
        .createUpdate(
            "INSERT INTO account (name, password_hash, created_ms) VALUES (:name, :hash, :now)")
        .bind("name", FIRST)
        .bind("hash", Passwords.hash(password))
        .bind("now", instant.toEpochMilli())
        .execute();
    try {
      SecretFile.write(firstLogin, FIRST + "\n" + password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(password);
  }

  private static Optional<String> hashOf(Handle handle, String account) {
    return handle
        .createQuery("SELECT password_hash FROM account WHERE name = :name")
        .bind("name", account)
        .mapTo(String.class)
        .findOne();
  }

  private static boolean matches(String password, Optional<String> hash) {
    return hash.isPresent()
        ? Passwords.matches(password, hash.get())
        : Passwords.takeAsLongAndRefuse(password);
  }

  private Future<String> open(String account) {
    limit.succeeded(account);
    if (sessions.size() >= MAX_SESSIONS) {
      sessions.clear(); // everybody logs in again; nothing is lost
    }
    String token = secret(random);
    sessions.put(token, new Session(account, secret(random), now.instant().plus(SESSION_LIFE)));
    return Future.succeededFuture(token);
  }

  private Future<String> refuse(String account) {
    limit.failed(account, now.instant());
    return Future.failedFuture(
        new ProblemException(
            new Problem(
                "LOGIN_REFUSED",
                "Account or password is wrong.",
                "The first password of \"canbo\" stands in first-login.txt in the data"
                    + " directory.")));
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(String account) {
    return account.substring(0, Math.min(40, account.length())).replaceAll("\\p{Cntrl}", "?");
  }
}
