// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;

/**
 * Which alarms the clockwork holds: those of the coming hours; what is later stays in the book
 * until its hour comes near (ADR 0037). The caller lets one thread in at a time.
 */
final class ArmedAlarms {
  /** How far ahead alarms are set. */
  static final Duration AHEAD = Duration.ofHours(4);

  /** How far back a start looks for what fell due while nothing ran. */
  static final Duration BACK = Duration.ofDays(7);

  /** Alarms are renewed at every multiple of this, so that a renewal is known by its instant. */
  static final Duration EVERY = Duration.ofHours(1);

  private final Clockwork clockwork;
  private Instant from = Instant.MAX;
  private Instant until = Instant.MIN;

  ArmedAlarms(Clockwork clockwork) {
    this.clockwork = clockwork;
  }

  /** Sets what is to come after an instant, and nothing else after it. */
  void set(BookPages pages, Instant after, Instant now) {
    from = after;
    until = now.plus(AHEAD);
    SortedSet<Instant> alarms = pages.alarms(after, until);
    alarms.headSet(after.plusNanos(1)).forEach(clockwork::add);
    // All renewals of these hours: one that a crash cut short is made good by the next.
    for (Instant at = firstRenewal(after); at.isBefore(until); at = at.plus(EVERY)) {
      alarms.add(at);
    }
    clockwork.setAllAfter(after, alarms.tailSet(after.plusNanos(1)));
  }

  /** Sets one alarm, unless it is so far ahead that a renewal will. */
  void add(Instant alarm, Instant now) {
    if (alarm.isBefore(now.plus(AHEAD))) {
      clockwork.add(alarm);
    }
  }

  /** False until alarms were set for the first time; before that nothing renews them. */
  boolean areSet() {
    return !from.equals(Instant.MAX);
  }

  /**
   * After an alarm rang: sets those of more hours if it was a renewal. One that comes late, because
   * nothing ran, goes on from its own instant, so that what fell due since then is decided too.
   *
   * @return true if alarms were set
   */
  boolean renewed(BookPages pages, Instant rang, Instant now) {
    boolean isRenewal = rang.getNano() == 0 && rang.getEpochSecond() % EVERY.toSeconds() == 0;
    Instant oldest = now.minus(BACK);
    Instant after = rang.isBefore(oldest) ? oldest : rang;
    boolean isSet =
        !after.isBefore(from) && until.isAfter(now.plus(AHEAD).minus(EVERY.dividedBy(2)));
    if (!isRenewal || isSet) {
      return false;
    }
    set(pages, after, now);
    return true;
  }

  private static Instant firstRenewal(Instant after) {
    long step = EVERY.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(after.getEpochSecond(), step) * step + step);
  }
}
