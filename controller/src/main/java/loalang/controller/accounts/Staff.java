// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import loalang.protocol.Problem;

/**
 * What the office knows by heart about its people, so that every request is judged by what holds
 * now. The database has it too. On one event loop.
 */
final class Staff {
  private static final int FREE_BY_NAME = 5;
  private static final int FREE_BY_ADDRESS = 30; // a whole office may share one address
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  final Sessions sessions = new Sessions();
  final Passwords passwords;

  private final Map<String, AccountCard> cards = new TreeMap<>();
  private final BackOff byName = new BackOff(FREE_BY_NAME, FIRST_WAIT, LONGEST_WAIT);
  private final BackOff byAddress = new BackOff(FREE_BY_ADDRESS, FIRST_WAIT, LONGEST_WAIT);
  private final Map<String, Instant> written = new HashMap<>();

  Staff(Passwords passwords) {
    this.passwords = passwords;
  }

  void put(AccountCard card) {
    cards.put(card.name(), card);
  }

  Optional<AccountCard> find(String name) {
    return Optional.ofNullable(cards.get(name));
  }

  Collection<AccountCard> all() {
    return cards.values();
  }

  /** Counts an attempt, or says why there may be none now. */
  Optional<Problem> attempt(String account, String address, Instant now) {
    Optional<Duration> wait =
        byName.wait(account, now).or(() -> byAddress.wait(address, now)); // the longer comes later
    if (wait.isPresent()) {
      return Optional.of(tooOften(account, wait.get()));
    }
    byName.tried(account, now);
    byAddress.tried(address, now);
    return Optional.empty();
  }

  /** The attempt was right. Of the address only this one is forgiven: a guesser has an account. */
  void succeeded(String account, String address) {
    byName.forget(account);
    byAddress.forgiveOne(address);
  }

  /** True at most once a minute for a session: then its use is worth a write. */
  boolean isWorthWriting(Session session, Instant now) {
    Instant last = written.getOrDefault(session.id(), session.opened());
    boolean isWorth = !now.isBefore(last.plus(FIRST_WAIT));
    if (isWorth) {
      written.entrySet().removeIf(old -> !now.isBefore(old.getValue().plus(Sessions.IDLE)));
      written.put(session.id(), now);
    }
    return isWorth;
  }

  private static Problem tooOften(String account, Duration wait) {
    return new Problem(
        "LOGIN_TOO_OFTEN",
        "Too many attempts for \"%s\" or from this address.".formatted(shown(account)),
        "Wait %d seconds and try again.".formatted(wait.toSeconds() + 1));
  }

  private static String shown(String account) {
    return account.substring(0, Math.min(40, account.length())).replaceAll("\\p{Cntrl}", "?");
  }
}
