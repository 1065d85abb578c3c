// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;

/**
 * What is missing of one recording and when to ask for it. No I/O; told the time. Not thread-safe.
 *
 * <p>It asks again when nothing new has come for a while: 2 seconds, then twice as long each time
 * up to a minute, each up to half longer by chance, so that a village does not ask in one voice.
 */
public final class RecordingFetch {
  /** How often a recording whose digest is wrong is asked for anew. */
  public static final int MOST_TRIES = 3;

  private static final int UNANSWERED = 3;
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(60);

  private final RecordingRef recording;
  private final DoubleSupplier chance;
  private final int parts;
  private final BitSet held;
  private Instant askAt;
  private Duration patience = FIRST_PATIENCE;
  private int asked;
  private int spoiled;

  /**
   * A fetch that asks at once.
   *
   * @param recording what an order named
   * @param there which parts came before
   * @param chance gives 0 to 1
   * @param now by the node's clock
   */
  public RecordingFetch(RecordingRef recording, BitSet there, DoubleSupplier chance, Instant now) {
    this.recording = recording;
    this.chance = chance;
    this.parts = Parts.count(recording.sizeBytes());
    this.held = (BitSet) there.clone();
    this.askAt = now;
  }

  /** What came of a part. */
  public enum Arrival {
    /** Its bytes are wanted. */
    NEW,
    /** It was there already. */
    HELD,
    /** It does not fit the recording the order named. */
    UNFIT
  }

  /** What to ask for now, if it is time; the patience grows with each asking. */
  public Optional<Want> wantAt(Instant now) {
    if (isWhole() || now.isBefore(askAt)) {
      return Optional.empty();
    }
    double longer = 1 + chance.getAsDouble() / 2;
    asked++;
    askAt = now.plusMillis((long) (patience.toMillis() * longer));
    Duration doubled = patience.multipliedBy(2);
    patience = doubled.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : doubled;
    return Optional.of(new Want(recording.digest(), recording.sizeBytes(), missing()));
  }

  private List<PartRange> missing() {
    List<PartRange> ranges = new ArrayList<>();
    int first = held.nextClearBit(0);
    while (first < parts && ranges.size() < Want.MAX_RANGES) {
      int next = held.nextSetBit(first);
      int last = next < 0 ? parts - 1 : next - 1;
      ranges.add(new PartRange(first, last));
      first = held.nextClearBit(last + 1);
    }
    return ranges;
  }

  /** Judges a part; a new one is taken as held. */
  public Arrival arrived(AudioPart part, int length, Instant now) {
    if (part.count() != parts || length != Parts.length(part.index(), recording.sizeBytes())) {
      return Arrival.UNFIT;
    }
    if (held.get(part.index())) {
      return Arrival.HELD;
    }
    held.set(part.index());
    asked = 0;
    patience = FIRST_PATIENCE;
    askAt = now.plus(FIRST_PATIENCE);
    return Arrival.NEW;
  }

  /** All parts are there and their digest is wrong: begin anew. */
  public void spoil(Instant now) {
    held.clear();
    spoiled++;
    askAt = now.plus(patience);
  }

  /** Ask at once, whatever the patience: the connection is new. */
  public void askNow(Instant now) {
    patience = FIRST_PATIENCE;
    askAt = now;
  }

  /** True if every part is held. */
  public boolean isWhole() {
    return held.cardinality() == parts;
  }

  /** True if nobody answers: others may go first meanwhile. */
  public boolean isUnanswered() {
    return asked >= UNANSWERED;
  }

  /** How many bytes are still to come. */
  public long missingBytes() {
    return isWhole() ? 0 : recording.sizeBytes() - (long) held.cardinality() * Parts.SIZE_BYTES;
  }

  /** True if it came spoiled too often to be asked for again. */
  public boolean isHopeless() {
    return spoiled >= MOST_TRIES;
  }

  /** When {@link #wantAt} will next have something to ask. */
  public Instant nextAsk() {
    return askAt;
  }

  /** What is fetched. */
  public RecordingRef recording() {
    return recording;
  }
}
