// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, by the hash of their token. A session ends when it was not used for two hours,
 * or twelve hours after it was opened. Told the time; one thread.
 */
final class Sessions {
  static final Duration IDLE = Duration.ofHours(2);
  static final Duration WHOLE = Duration.ofHours(12);
  static final int MOST_OF_ONE = 20;

  private static final String TOKEN = "session";
  private static final String FORM = "form";
  private static final int ID_LETTERS = 16;

  private final Map<String, Session> live = new HashMap<>();

  /** What is stored of a token. */
  static String hash(String token) {
    return Secrets.hash(TOKEN, token);
  }

  /** The session's name in lists. */
  static String id(String hash) {
    return hash.substring(0, ID_LETTERS);
  }

  /** A session begins, or is known from before the start. */
  void add(String hash, Session session) {
    live.put(hash, session);
  }

  /** Who shows this token, with the token of their pages; using it keeps the session awake. */
  Optional<Session> use(String token, Instant now) {
    String hash = hash(token);
    Session session = live.get(hash);
    if (session == null) {
      return Optional.empty();
    }
    if (isOver(session, now)) {
      live.remove(hash);
      return Optional.empty();
    }
    Session used =
        new Session(
            session.id(),
            session.account(),
            Secrets.hash(FORM, token),
            session.opened(),
            now,
            session.from());
    live.put(hash, used);
    return Optional.of(used);
  }

  /** The sessions of an account, the latest used first. */
  List<Session> of(String account, Instant now) {
    live.values().removeIf(session -> isOver(session, now));
    return live.values().stream()
        .filter(session -> session.account().equals(account))
        .sorted(Comparator.comparing(Session::seen).reversed())
        .map(Sessions::withoutToken)
        .toList();
  }

  /** The session that gives way to one more of this account; empty if there is room. */
  Optional<Session> tooMany(String account, Instant now) {
    List<Session> all = of(account, now);
    return all.size() < MOST_OF_ONE ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  void end(String id) {
    live.values().removeIf(session -> session.id().equals(id));
  }

  void endAll(String account, Optional<String> except) {
    live.values()
        .removeIf(
            session ->
                session.account().equals(account)
                    && except.filter(id -> id.equals(session.id())).isEmpty());
  }

  static boolean isOver(Session session, Instant now) {
    return !now.isBefore(session.seen().plus(IDLE)) || !now.isBefore(session.opened().plus(WHOLE));
  }

  private static Session withoutToken(Session session) {
    return new Session(
        session.id(), session.account(), "", session.opened(), session.seen(), session.from());
  }
}
