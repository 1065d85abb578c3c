// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** The one queue of events: by instant, those of one instant as the seed has it. */
final class Timeline {
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final RandomGenerator ties;
  private final Instant begin;
  private long now;

  Timeline(Instant begin, Chance chance) {
    this.begin = begin;
    this.ties = chance.source();
  }

  /** Something that is to happen. */
  static final class Event implements Comparable<Event> {
    private final long at;
    private final long tie;
    private final Runnable what;
    private boolean calledOff;

    private Event(long at, long tie, Runnable what) {
      this.at = at;
      this.tie = tie;
      this.what = what;
    }

    void callOff() {
      calledOff = true;
    }

    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(at, other.at);
      return byTime == 0 ? Long.compare(tie, other.tie) : byTime;
    }
  }

  /** Nanoseconds since the world began. */
  long nanos() {
    return now;
  }

  Instant now() {
    return begin.plusNanos(now);
  }

  Event after(Duration time, Runnable what) {
    return at(now + Math.max(0, time.toNanos()), what);
  }

  Event at(Instant when, Runnable what) {
    return after(Duration.between(now(), when), what);
  }

  Event at(long nanos, Runnable what) {
    Event event = new Event(Math.max(now, nanos), ties.nextLong(), what);
    events.add(event);
    return event;
  }

  /** Lets everything happen that is to happen until then, or until somebody has seen enough. */
  void runUntil(Instant end, Seen enough) {
    long last = Duration.between(begin, end).toNanos();
    while (!events.isEmpty() && events.element().at <= last && !enough.isEnough()) {
      Event next = events.remove();
      now = next.at;
      if (!next.calledOff) {
        next.what.run();
      }
    }
    now = Math.max(now, enough.isEnough() ? now : last);
  }

  /** Who may have seen enough. */
  interface Seen {
    boolean isEnough();
  }
}
