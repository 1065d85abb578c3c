// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import java.time.Duration;
import java.time.Instant;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;

/** Where an airing is. Each state offers only its own exits. */
sealed interface Airing {
  Item item();

  /** Accepted; its recording is not whole on the pole. */
  record Waiting(Item item) implements Airing {
    Ready ready(long framesDue) {
      return new Ready(item, framesDue);
    }

    Report.Ended missed(Outcome why, Instant now) {
      return new Report.Ended(item.airing(), why, 0, 0, now);
    }
  }

  /** It could sound. */
  record Ready(Item item, long framesDue) implements Airing {
    OnAir begin(Instant startsAt, Duration patience) {
      Duration length = Duration.ofNanos(framesDue * 1_000_000_000L / 48_000);
      return new OnAir(item, framesDue, startsAt, startsAt.plus(length).plus(patience));
    }

    Report.Ended missed(Outcome why, Instant now) {
      return new Report.Ended(item.airing(), why, framesDue, 0, now);
    }
  }

  /** It sounds from startsAt on; after stuckAt the device counts as stuck. */
  record OnAir(Item item, long framesDue, Instant startsAt, Instant stuckAt) implements Airing {
    Halting halt(Outcome why) {
      return new Halting(item, framesDue, why);
    }

    Report.Ended ended(Rendering rendering, Instant now) {
      return new Report.Ended(
          item.airing(),
          rendering.outcome(),
          rendering.framesDue(),
          rendering.framesRendered(),
          now);
    }
  }

  /** It was told to be silent and has not said that it is. */
  record Halting(Item item, long framesDue, Outcome why) implements Airing {
    /** The halt may have come when the last frame was already out: then it was played. */
    Report.Ended ended(Rendering rendering, Instant now) {
      Outcome outcome = rendering.outcome() == Outcome.PARTIAL ? why : rendering.outcome();
      return new Report.Ended(
          item.airing(), outcome, rendering.framesDue(), rendering.framesRendered(), now);
    }
  }
}
