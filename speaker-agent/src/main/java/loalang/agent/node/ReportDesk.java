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

  private final Books books;
  private final OfficeLink link;
  private final NodeClock clock;
  private boolean online;
  private Instant pausedUntil = Instant.MIN;

  ReportDesk(Books books, OfficeLink link, NodeClock clock) {
    this.books = books;
    this.link = link;
    this.clock = clock;
  }

  void connected() {
    online = true;
    books.outbox().reconnected();
    pausedUntil = Instant.MIN;
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
}
