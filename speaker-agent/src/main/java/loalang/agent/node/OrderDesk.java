// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import loalang.agent.clock.NodeClock;
import loalang.agent.journal.Bytes;
import loalang.agent.playout.Playout;
import loalang.agent.playout.Step;
import loalang.agent.trust.Verdict;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges orders and has them obeyed. Not thread-safe: the agent thread only. */
final class OrderDesk {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
  private static final int MOST_LOST_ORDERS = 64;

  /** Orders that wait for the time to be known. The broker sends no more before they are kept. */
  private static final int MOST_HELD = 32;

  private static final long HELD_NANOS = Duration.ofSeconds(60).toNanos();

  private final SpeakerId speaker;
  private final NodeClock clock;
  private final Trust trust;
  private final Books books;
  private final Health health;
  private final ReleaseWatch releases;
  private final Deque<Held> held = new ArrayDeque<>();
  private Function<Digest, Optional<Long>> lengths = any -> Optional.empty();
  private LongConsumer selfTests = sequence -> {};
  private int lostOrders;

  OrderDesk(NodeParts parts, Trust trust, Books books, Health health) {
    this.speaker = parts.identity().station().speaker();
    this.clock = parts.clock();
    this.trust = trust;
    this.books = books;
    this.health = health;
    this.releases = new ReleaseWatch(parts, books);
  }

  /** From now on it knows which recordings are here, and how many frames each has. */
  void consult(Function<Digest, Optional<Long>> held) {
    lengths = held;
  }

  /** From now on it knows who looks the pole over. */
  void testBy(LongConsumer desk) {
    selfTests = desk;
  }

  private record Held(Bytes payload, Runnable kept, long sinceNanos) {}

  /** Judges an order, or keeps it until the time is known; silence need not wait for that. */
  void order(byte[] payload, Runnable kept) {
    if (clock.isKnown()) {
      judged(trust.orders().judge(payload, books.memory().windows(), clock.instant()));
      kept.run();
    } else if (withoutClock(payload) instanceof Verdict.Trusted silent) {
      judged(silent);
      kept.run();
    } else if (held.size() < MOST_HELD) {
      held.add(new Held(new Bytes(payload), kept, clock.nanos()));
    } else {
      LOG.warn("speaker={} CLOCK_UNKNOWN an order was thrown away", speaker);
    }
  }

  /** Judges what was kept, if the time is known now or nobody tells it. */
  void timePassed() {
    if (clock.isKnown()) {
      List<Held> waiting = new ArrayList<>(held);
      held.clear();
      waiting.forEach(one -> order(one.payload().toArray(), one.kept()));
    }
    while (!held.isEmpty() && clock.nanos() - held.element().sinceNanos() > HELD_NANOS) {
      Held oldest = held.remove();
      judged(withoutClock(oldest.payload().toArray()));
      oldest.kept().run();
    }
  }

  private Verdict withoutClock(byte[] payload) {
    return trust.orders().judgeWithoutClock(payload, books.memory().windows());
  }

  private void judged(Verdict verdict) {
    if (verdict instanceof Verdict.Unverified unverified) {
      LOG.warn("speaker={} {} an order was thrown away", speaker, unverified.code());
      health.unverified(unverified.code());
    } else if (verdict instanceof Verdict.Duplicate duplicate) {
      LOG.debug("speaker={} keyId={} copy of {}", speaker, duplicate.signer(), duplicate);
    } else if (books.outbox().isFull() && !endsSound(verdict)) {
      LOG.error("speaker={} REPORTS_TOO_MANY_WAITING an order was not taken", speaker);
    } else if (verdict instanceof Verdict.Trusted trusted) {
      obey(trusted);
    } else if (verdict instanceof Verdict.Refused refused) {
      LOG.warn("speaker={} keyId={} refused: {}", speaker, refused.signer(), refused.reason());
      books.attempt(
          (playout, at) ->
              Orders.refused(refused.signer(), refused.issued(), refused.reason(), playout),
          clock.instant());
    }
  }

  private void obey(Verdict.Trusted trusted) {
    if (trusted.issued().order() instanceof Order.Play play) {
      releases.seen(play);
    }
    boolean written = books.attempt((playout, at) -> obeyed(trusted, playout, at), clock.instant());
    if (written && trusted.issued().order() instanceof Order.SelfTest) {
      selfTests.accept(trusted.issued().warrant().sequence());
    }
    if (!written && lostOrders < MOST_LOST_ORDERS) {
      lostOrders++;
      books.happened((playout, at) -> unwritable(trusted, playout, at), clock.instant());
    }
  }

  /** What ends sounds holds from now on and is written later; everything else is lost. */
  private Change unwritable(Verdict.Trusted trusted, Playout playout, Instant now) {
    if (!endsSound(trusted)) {
      return Orders.lost(trusted, playout, now);
    }
    long sequence = trusted.issued().warrant().sequence();
    return books.memory().windows().cover(trusted.signer(), sequence)
        ? Change.of(new Step(playout, List.of())) // it came by two topics and is written
        : Orders.obeyed(trusted, playout, now);
  }

  private static boolean endsSound(Verdict verdict) {
    return verdict instanceof Verdict.Trusted trusted
        && (trusted.issued().order() instanceof Order.Stop
            || trusted.issued().order() instanceof Order.Silence);
  }

  /** What is here already is ready in the same write: an emergency sounds one turn earlier. */
  private Change obeyed(Verdict.Trusted trusted, Playout playout, Instant now) {
    Change obeyed = Orders.obeyed(trusted, playout, now);
    if (trusted.issued().order() instanceof Order.Play play) {
      Digest recording = play.recording().digest();
      return lengths
          .apply(recording)
          .map(frames -> obeyed.then(next -> next.ready(recording, frames, now)))
          .orElse(obeyed);
    }
    return obeyed;
  }

  /** The disk takes what happens again. */
  void caughtUp() {
    lostOrders = 0;
  }
}
