// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.Digest;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Want;

/**
 * The parts that are wanted and not yet sent. Wants for one recording that come within a short
 * window are one; recordings take turns, part by part. Told the time; not for several threads.
 */
final class WantedParts {
  private final Duration window;
  private final int maxRecordings;
  private final Map<Digest, Wanted> wanted = new LinkedHashMap<>();

  WantedParts(Duration window, int maxRecordings) {
    this.window = window;
    this.maxRecordings = maxRecordings;
  }

  private static final class Wanted {
    private final Instant from;
    private final long sizeBytes;
    private final BitSet parts = new BitSet();

    Wanted(Instant from, long sizeBytes) {
      this.from = from;
      this.sizeBytes = sizeBytes;
    }
  }

  /** A part to be sent. */
  record Part(Digest digest, long sizeBytes, int index) {}

  /**
   * Takes a want in.
   *
   * @return false if so many recordings are wanted that this one must be asked for again later
   */
  boolean add(Want want, Instant now) {
    Wanted known = wanted.get(want.digest());
    if (known == null) {
      if (wanted.size() >= maxRecordings) {
        return false;
      }
      known = new Wanted(now.plus(window), want.sizeBytes());
      wanted.put(want.digest(), known);
    }
    for (PartRange range : want.missing()) {
      known.parts.set(range.first(), range.last() + 1);
    }
    return true;
  }

  /** The next part to send, and it counts as sent; empty if none is due. */
  Optional<Part> next(Instant now) {
    for (Map.Entry<Digest, Wanted> entry : wanted.entrySet()) {
      if (!now.isBefore(entry.getValue().from)) {
        return Optional.of(take(entry.getKey(), entry.getValue()));
      }
    }
    return Optional.empty();
  }

  /** When the next part is due that is not due yet; empty if nothing is wanted. */
  Optional<Instant> nextDue() {
    return wanted.values().stream().map(recording -> recording.from).min(Instant::compareTo);
  }

  /** Nothing of this recording is wanted any more: it is not here. */
  void forget(Digest digest) {
    wanted.remove(digest);
  }

  private Part take(Digest digest, Wanted recording) {
    int index = recording.parts.nextSetBit(0);
    recording.parts.clear(index);
    wanted.remove(digest);
    if (!recording.parts.isEmpty()) {
      wanted.put(digest, recording); // behind the others: recordings take turns
    }
    return new Part(digest, recording.sizeBytes, index);
  }
}
