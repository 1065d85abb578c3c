// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Instant;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * An alarm clock: rings once at each instant it was given, never before it by more than a few
 * milliseconds, as late as it must if the machine slept. It knows nothing of cues. Any thread.
 */
public interface Clockwork extends AutoCloseable {

  /**
   * Begins to ring. One alarm at a time; alarms that are already past ring at once, earliest first.
   *
   * @param onAlarm told the instant the alarm was set for, not the instant at which it rang
   */
  void start(Consumer<Instant> onAlarm);

  /** Makes these the only alarms after an instant; alarms up to that instant stay as they are. */
  void setAllAfter(Instant after, SortedSet<Instant> alarms);

  /** Adds one alarm; a past one rings at once, one that is already set changes nothing. */
  void add(Instant alarm);

  /** Ends: nothing rings any more, and an alarm that is being heard has been heard. */
  @Override
  void close();
}
