// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.calendars;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import loalang.controller.accounts.AccountCard;
import loalang.controller.accounts.Accounts;
import loalang.controller.accounts.AttemptLimit;
import loalang.controller.accounts.Secrets;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A door: who may read the schedule by a private address, and how often. On one event loop. */
public final class CalendarDesk {
  /** How often one address is read within a window. */
  static final int READS = 30;

  /** How often one network address names what is nobody's within a window. */
  static final int MISSES = 30;

  private static final Logger LOG = LoggerFactory.getLogger(CalendarDesk.class);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration WORTH_WRITING = Duration.ofHours(1);
  private static final String PURPOSE = "calendar";

  private final StorageDesk storage;
  private final Accounts accounts;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();
  private final AttemptLimit reads = new AttemptLimit(READS, WINDOW);
  private final AttemptLimit misses = new AttemptLimit(MISSES, WINDOW);

  /** A desk. */
  public CalendarDesk(StorageDesk storage, Accounts accounts, InstantSource now) {
    this.storage = storage;
    this.accounts = accounts;
    this.now = now;
  }

  /** The addresses somebody has. */
  public Future<List<CalendarLink>> of(String account) {
    return storage.read(handle -> CalendarLinkStore.of(handle, account));
  }

  /**
   * Makes an address; one that this account had for the same scope opens nothing any more.
   *
   * @return the secret part, which is kept nowhere; fails with CALENDAR_SCOPE_DENIED
   */
  public Future<String> make(Author by, CalendarScope scope) {
    if (card(by.who()).filter(card -> scope.isIn(card.grants())).isEmpty()) {
      return Future.failedFuture(denied(by, scope));
    }
    String secret = Secrets.fresh(random);
    Instant instant = now.instant();
    CalendarLink fresh = new CalendarLink(0, by.who(), scope, instant, Optional.empty());
    return storage.write(
        handle -> {
          CalendarLinkStore.put(handle, fresh, Secrets.hash(PURPOSE, secret));
          AuditStore.add(handle, by.did(Deed.CALENDAR_MADE, named(scope)), instant);
          return secret;
        });
  }

  /** An own address opens nothing from now on; fails with CALENDAR_UNKNOWN. */
  public Future<Void> takeBack(Author by, long id) {
    Instant instant = now.instant();
    return storage.write(
        handle -> {
          CalendarLink link =
              CalendarLinkStore.of(handle, by.who()).stream()
                  .filter(own -> own.id() == id)
                  .findFirst()
                  .orElseThrow(() -> new ProblemException(unknown()));
          CalendarLinkStore.remove(handle, id);
          AuditStore.add(handle, by.did(Deed.CALENDAR_TAKEN_BACK, named(link.scope())), instant);
          return null;
        });
  }

  /**
   * What whoever shows this secret may read now.
   *
   * @param address of the network, from which it is asked
   * @return fails with CALENDAR_UNKNOWN, the same for what never was, what was taken back, and what
   *     its owner may not read any more; or with CALENDAR_TOO_OFTEN
   */
  public Future<CalendarScope> open(String secret, String address) {
    Instant instant = now.instant();
    String hash = Secrets.hash(PURPOSE, secret);
    if (!misses.mayTry(address, instant) || !reads.mayTry(hash, instant)) {
      return Future.failedFuture(new ProblemException(tooOften()));
    }
    return storage
        .read(handle -> CalendarLinkStore.find(handle, hash))
        .map(
            found -> {
              Optional<CalendarLink> open = found.filter(this::isOpen);
              if (open.isEmpty()) {
                misses.failed(address, instant);
                throw new ProblemException(unknown());
              }
              reads.failed(hash, instant);
              wasRead(open.get(), instant);
              return open.get().scope();
            });
  }

  private boolean isOpen(CalendarLink link) {
    return card(link.account())
        .filter(card -> card.oneTimeUntil().isEmpty() && link.scope().isIn(card.grants()))
        .isPresent();
  }

  private Optional<AccountCard> card(String account) {
    return accounts.card(account).filter(card -> card.disabled().isEmpty());
  }

  private void wasRead(CalendarLink link, Instant at) {
    if (link.read().filter(before -> before.plus(WORTH_WRITING).isAfter(at)).isEmpty()) {
      storage
          .write(
              handle -> {
                CalendarLinkStore.read(handle, link.id(), at);
                return link;
              })
          .onFailure(e -> LOG.warn("a calendar's reading is not stored: {}", e.getMessage()));
    }
  }

  private static String named(CalendarScope scope) {
    return scope.zone().map(zone -> "calendar " + zone).orElse("calendar");
  }

  private static ProblemException denied(Author by, CalendarScope scope) {
    return new ProblemException(
        new Problem(
            "CALENDAR_SCOPE_DENIED",
            "\"%s\" has no role in %s."
                .formatted(
                    by.who(), scope.zone().map(Object::toString).orElse("the whole commune")),
            "Choose a zone of your own, or ask an admin for a role there."));
  }

  private static Problem unknown() {
    return new Problem(
        "CALENDAR_UNKNOWN",
        "There is no such calendar.",
        "Make another address on the page of your account.");
  }

  private static Problem tooOften() {
    return new Problem(
        "CALENDAR_TOO_OFTEN",
        "This calendar was asked for more than %d times within %d minutes."
            .formatted(READS, WINDOW.toMinutes()),
        "Let it be read every quarter of an hour or less often.");
  }
}
