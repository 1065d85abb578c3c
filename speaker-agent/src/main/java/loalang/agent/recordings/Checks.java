// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;

/**
 * Which files are being read to see whether they are what their names say. Not thread-safe: the
 * agent thread only.
 */
final class Checks {
  /** A few at a time, so that what becomes urgent meanwhile is looked at next. */
  private static final int MOST_AT_ONCE = 2;

  private final RecordingCache cache;
  private final SlowWork slow;
  private final Set<Digest> underWay = new HashSet<>();
  private final Set<Digest> looked = new HashSet<>(); // on the disk, once in each start

  Checks(RecordingCache cache, SlowWork slow) {
    this.cache = cache;
    this.slow = slow;
  }

  boolean isUnderWay(Digest digest) {
    return underWay.contains(digest);
  }

  boolean wasLookedAt(Digest digest) {
    return looked.contains(digest);
  }

  /** True if a file is there that is yet to be read; reads it, if it is its turn. */
  boolean look(RecordingRef recording, Consumer<Boolean> then) {
    Digest digest = recording.digest();
    if (looked.contains(digest) || !cache.mayHold(recording)) {
      looked.add(digest);
      return false;
    }
    if (underWay.size() < MOST_AT_ONCE) {
      looked.add(digest);
      run(digest, () -> cache.isGenuine(recording), then);
    }
    return true;
  }

  /** Reads what is whole now and gives it its name if it is genuine. */
  void finish(RecordingDraft draft, Consumer<Boolean> then) {
    RecordingRef recording = draft.recording();
    run(recording.digest(), () -> cache.finish(recording, draft.file()), then);
  }

  private void run(Digest digest, Supplier<Boolean> work, Consumer<Boolean> then) {
    underWay.add(digest);
    slow.run(
        work,
        genuine -> {
          underWay.remove(digest);
          then.accept(genuine);
        });
  }
}
