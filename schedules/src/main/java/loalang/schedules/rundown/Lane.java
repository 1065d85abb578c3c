// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one atom hears on one day: stretches that never overlap, in order. Kept in plain arrays,
 * because a province asks millions of times whether a minute is free. Used by one thread.
 */
final class Lane {
  private static final int FIRST_ROOM = 16;

  private long[] starts = new long[FIRST_ROOM];
  private long[] ends = new long[FIRST_ROOM];
  private Offer[] by = new Offer[FIRST_ROOM];
  private int size;
  private final Set<String> sessions = new HashSet<>();
  private long soundNanos;

  /** Nanoseconds since 1970, good until the year 2262. */
  static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  /** The first moment, from start on, at which what sounds in this stretch has ended. */
  long clearFrom(long start, long end) {
    int index = blocker(start, end);
    return index < 0 ? start : ends[index];
  }

  Optional<Offer> blockerOf(long start, long end) {
    int index = blocker(start, end);
    return index < 0 ? Optional.empty() : Optional.of(by[index]);
  }

  private int blocker(long start, long end) {
    int found = Arrays.binarySearch(starts, 0, size, start);
    int before = found >= 0 ? found : -found - 2;
    if (before >= 0 && ends[before] > start) {
      return before;
    }
    int after = before + 1;
    return after < size && starts[after] < end ? after : -1;
  }

  boolean wouldExceedSessions(String session, int most) {
    return sessions.size() >= most && !sessions.contains(session);
  }

  long soundNanos() {
    return soundNanos;
  }

  /** Adds a stretch that was free. */
  void add(long start, long end, Offer offer) {
    reserve(start, end, offer);
    soundNanos += end - start;
    offer.session().ifPresent(sessions::add);
  }

  /** Keeps a stretch for what is counted on another day; nothing if it is not free. */
  void reserve(long start, long end, Offer offer) {
    if (blocker(start, end) >= 0) {
      return;
    }
    int at = -Arrays.binarySearch(starts, 0, size, start) - 1;
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      by = Arrays.copyOf(by, 2 * size);
    }
    System.arraycopy(starts, at, starts, at + 1, size - at);
    System.arraycopy(ends, at, ends, at + 1, size - at);
    System.arraycopy(by, at, by, at + 1, size - at);
    starts[at] = start;
    ends[at] = end;
    by[at] = offer;
    size++;
  }
}
