// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.Instant;
import loalang.agent.broker.OfficeLink;
import loalang.agent.clock.NodeClock;
import loalang.agent.journal.Fact;

/** Sends what the office has not stored. Not thread-safe: the agent thread only. */
final class ReportDesk {
  /** After a report was not taken, the broker is left alone for so long. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** An office that has stored nothing for so long may have lost what the broker had for it. */
  private static final long FIRST_PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

  private static final long LONGEST_PATIENCE_NANOS = Duration.ofMinutes(10).toNanos();

  private final Books books;
  private final OfficeLink link;
  private final NodeClock clock;
  private boolean online;
  private Instant pausedUntil = Instant.MIN;
  private long heardNanos;
  private long patience = FIRST_PATIENCE_NANOS;

  ReportDesk(Books books, OfficeLink link, NodeClock clock) {
    this.books = books;
    this.link = link;
    this.clock = clock;
  }

  void connected() {
    online = true;
    books.outbox().sendAgain();
    pausedUntil = Instant.MIN;
    patience = FIRST_PATIENCE_NANOS;
    heardNanos = clock.nanos();
  }

  void disconnected() {
    online = false;
  }

  boolean isOnline() {
    return online;
  }

  void stored(long through) {
    if (through > books.outbox().acknowledgedThrough()) {
      books.note(new Fact.ReportsAcknowledged(through));
      patience = FIRST_PATIENCE_NANOS;
      heardNanos = clock.nanos();
    }
    send();
  }

  void sent(long number, boolean taken) {
    if (taken) {
      books.outbox().delivered(number);
    } else {
      books.outbox().undelivered(number);
      pausedUntil = clock.instant().plus(PAUSE);
    }
    send();
  }

  void send() {
    if (online && !clock.instant().isBefore(pausedUntil)) {
      books
          .outbox()
          .take()
          .forEach(one -> link.publishReport(one.number(), one.envelope().toArray()));
    }
  }

  /** Sends again what nobody has answered for too long. */
  void timePassed() {
    if (!books.outbox().awaitsAnswer()) {
      heardNanos = clock.nanos();
    } else if (online && clock.nanos() - heardNanos > patience) {
      heardNanos = clock.nanos();
      patience = Math.min(LONGEST_PATIENCE_NANOS, 2 * patience);
      books.outbox().sendAgain();
    }
  }
}
