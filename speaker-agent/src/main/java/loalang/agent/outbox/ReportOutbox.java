// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import loalang.agent.journal.Bytes;
import loalang.protocol.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The chain of this pole's reports and what of it the office has not stored yet. Not thread-safe.
 */
public final class ReportOutbox {
  /** How many reports may be on their way at once. */
  public static final int MOST_IN_FLIGHT = 8;

  /**
   * How far beyond what the office has stored reports are sent: a broker may drop what queues up
   * for an office that is slow or away.
   */
  public static final int WINDOW = 256;

  /** With this many reports waiting the pole takes no new orders. */
  public static final int FULL = 5_000;

  private final TreeMap<Long, Bytes> waiting = new TreeMap<>();
  private final Set<Long> sent = new HashSet<>();
  private final Set<Long> inFlight = new HashSet<>();
  private long last;
  private @Nullable Digest lastDigest;
  private long acknowledged;
  private @Nullable Digest acknowledgedDigest;

  /** Where the chain stands. */
  public ChainEnd chainEnd() {
    return new ChainEnd(last, lastDigest);
  }

  /**
   * The report is signed and in the journal.
   *
   * @param number the next one
   * @param envelope as signed
   * @throws IllegalArgumentException if a number is left out or used again
   */
  public void written(long number, Bytes envelope) {
    if (number != last + 1) {
      throw new IllegalArgumentException(
          "After report %d comes %d, was %d.".formatted(last, last + 1, number));
    }
    waiting.put(number, envelope);
    last = number;
    lastDigest = Digest.of(envelope.toArray());
  }

  /** Where the chain stood when everything before was forgotten; for a fresh outbox only. */
  public void continueAfter(long number, Digest digest) {
    last = number;
    lastDigest = digest;
    acknowledged = number;
    acknowledgedDigest = digest;
  }

  /**
   * The office has stored everything through this number: forget it.
   *
   * @return true if that was news; a number that was never written is no news
   */
  public boolean acknowledged(long through) {
    if (through <= acknowledged || through > last) {
      return false;
    }
    Bytes newest = waiting.get(through);
    if (newest != null) {
      acknowledgedDigest = Digest.of(newest.toArray());
    }
    acknowledged = through;
    waiting.headMap(through, true).clear();
    sent.removeIf(number -> number <= through);
    inFlight.removeIf(number -> number <= through);
    return true;
  }

  /** True if something was sent that the office has not stored. */
  public boolean awaitsAnswer() {
    return !sent.isEmpty();
  }

  /** Nothing is on its way any more: everything that waits is to be sent again. */
  public void sendAgain() {
    sent.clear();
    inFlight.clear();
  }

  /** Takes the reports to send now, oldest first, as many as may be on their way. */
  public List<Outgoing> take() {
    List<Outgoing> due = new ArrayList<>();
    for (var entry : waiting.entrySet()) {
      if (inFlight.size() >= MOST_IN_FLIGHT || entry.getKey() > acknowledged + WINDOW) {
        break;
      }
      if (sent.add(entry.getKey())) {
        inFlight.add(entry.getKey());
        due.add(new Outgoing(entry.getKey(), entry.getValue()));
      }
    }
    return due;
  }

  /**
   * A report to send.
   *
   * @param number its place
   * @param envelope as signed
   */
  public record Outgoing(long number, Bytes envelope) {}

  /** The broker took it; it still waits for the office. */
  public void delivered(long number) {
    inFlight.remove(number);
  }

  /** The broker did not take it: it is to be sent again. */
  public void undelivered(long number) {
    inFlight.remove(number);
    sent.remove(number);
  }

  /** How many the office has not stored. */
  public int size() {
    return waiting.size();
  }

  /** True if no order can be taken, because there is no room to report about it. */
  public boolean isFull() {
    return waiting.size() >= FULL;
  }

  /** Every report not stored by the office, oldest first. */
  public List<Outgoing> unacknowledged() {
    return waiting.entrySet().stream()
        .map(entry -> new Outgoing(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The highest number the office has stored; 0 if none. */
  public long acknowledgedThrough() {
    return acknowledged;
  }

  /** The digest of that report; null if there is none. */
  public @Nullable Digest acknowledgedDigest() {
    return acknowledgedDigest;
  }
}
