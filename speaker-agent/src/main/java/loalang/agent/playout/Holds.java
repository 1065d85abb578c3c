// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Instant;
import loalang.protocol.envelope.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * What keeps everything from sounding: an order of silence, or not knowing the time. Immutable.
 *
 * @param silentUntil end of the silence, exclusive
 * @param by whose order it was; null if there was none
 * @param sequence of that order's warrant
 * @param clockKnown false while nothing can be known to be due
 */
record Holds(Instant silentUntil, @Nullable KeyId by, long sequence, boolean clockKnown) {
  static final Holds NONE = new Holds(Instant.MIN, null, 0, true);

  /**
   * Orders travel over several topics: one key's earlier order does not undo its later one. Who
   * does not know the time cannot tell a new order from an old one: a silence then only grows.
   */
  Holds with(Silence silence) {
    if (silence.by().equals(by) && silence.sequence() <= sequence) {
      return this;
    }
    if (!clockKnown && silence.until().isBefore(silentUntil)) {
      return this;
    }
    return new Holds(silence.until(), silence.by(), silence.sequence(), clockKnown);
  }

  Holds withClock(boolean known) {
    return new Holds(silentUntil, by, sequence, known);
  }

  boolean silence(Instant instant) {
    return instant.isBefore(silentUntil);
  }
}
