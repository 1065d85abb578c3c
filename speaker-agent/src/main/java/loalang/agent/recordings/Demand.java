// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.time.Instant;
import java.util.Comparator;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;

/**
 * A recording that is to be here by a certain time.
 *
 * @param recording which
 * @param neededAt when it is to sound
 * @param urgency who wants it
 */
public record Demand(RecordingRef recording, Instant neededAt, Urgency urgency) {
  /** The more urgent first, then what is needed earlier. */
  static final Comparator<Demand> ORDER =
      Comparator.<Demand, Boolean>comparing(one -> one.urgency() != Urgency.EMERGENCY)
          .thenComparing(Demand::neededAt);

  /** Who wants it. */
  public enum Urgency {
    /** An emergency: before everything else. */
    EMERGENCY,
    /** An order: whatever it costs. */
    ORDERED,
    /** A plan: within the day's allowance of data. */
    PLANNED
  }

  Digest digest() {
    return recording.digest();
  }
}
