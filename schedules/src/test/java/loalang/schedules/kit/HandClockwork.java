// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import loalang.schedules.Clockwork;

/**
 * A clock and its alarms, moved by hand. Time stands still between two moves; alarms ring during a
 * move, in order, on the caller's thread, and while one rings the clock shows its instant.
 */
public final class HandClockwork implements Clockwork, InstantSource {
  private final TreeSet<Instant> alarms = new TreeSet<>();
  private final List<Consumer<Instant>> listeners = new ArrayList<>();
  private Instant now;

  private HandClockwork(Instant now) {
    this.now = now;
  }

  /** A clock that shows this instant and has no alarm. */
  public static HandClockwork showing(Instant now) {
    return new HandClockwork(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass until this instant, inclusive; every alarm on the way rings at its instant. */
  public void moveTo(Instant until) {
    if (until.isBefore(now)) {
      throw new IllegalArgumentException(
          "Time passes forward; it is %s, asked for %s. Use setTo.".formatted(now, until));
    }
    while (isRunning() && !alarms.isEmpty() && !alarms.first().isAfter(until)) {
      Instant alarm = alarms.first();
      now = alarm.isAfter(now) ? alarm : now;
      ring(alarm);
    }
    now = until;
  }

  /** Lets this much time pass. */
  public void moveBy(Duration length) {
    moveTo(now.plus(length));
  }

  /** Rings what is due without letting time pass: what a cue for "now" needs. */
  public void ringDue() {
    moveTo(now);
  }

  /** Sets the clock, forward or back, as NTP does; what is then overdue rings late, in order. */
  public void setTo(Instant instant) {
    now = instant;
    ringDue();
  }

  /** The alarms that have not rung, earliest first. */
  public SortedSet<Instant> alarms() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(alarms));
  }

  @Override
  public void start(Consumer<Instant> onAlarm) {
    listeners.add(onAlarm);
    ringDue();
  }

  @Override
  public void setAllAfter(Instant after, SortedSet<Instant> wanted) {
    alarms.removeIf(alarm -> alarm.isAfter(after));
    alarms.addAll(wanted);
  }

  @Override
  public void add(Instant alarm) {
    alarms.add(alarm);
  }

  /** Stops ringing. The alarms stay, as they do in a database: start again to be told of them. */
  @Override
  public void close() {
    listeners.clear();
  }

  private boolean isRunning() {
    return !listeners.isEmpty();
  }

  private void ring(Instant alarm) {
    alarms.remove(alarm);
    List.copyOf(listeners).forEach(listener -> listener.accept(alarm));
  }
}
