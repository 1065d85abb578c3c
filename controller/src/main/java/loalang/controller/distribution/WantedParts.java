// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.audio.PartRange;
import loalang.protocol.audio.Parts;
import loalang.protocol.audio.Want;

/**
 * The parts that are wanted and not yet sent. Wants for one recording that come within a short
 * window are one; what is urgent goes first, what was never sent before what is sent again, and
 * recordings of one kind take turns, part by part; every fourth turn belongs to the repairs. Told
 * the time; not for several threads.
 */
final class WantedParts {
  private static final int REPAIR_TURN = 4;
  private static final Duration LISTENING = Duration.ofSeconds(5);

  private final Bounds bounds;
  private final Pace pace;
  private final Served served;
  private final Map<Digest, Wanted> wanted = new LinkedHashMap<>();
  private final Map<Digest, Map<SpeakerId, Instant>> lately = new HashMap<>();
  private long turn;

  /**
   * How much is kept in mind.
   *
   * @param window in which wants for one recording become one
   * @param maxRecordings wanted at a time
   * @param maxOfOneNode recordings one node may want at a time
   */
  record Bounds(Duration window, int maxRecordings, int maxOfOneNode) {
    static final Bounds USUAL = new Bounds(Duration.ofMillis(50), 64, 8);
  }

  WantedParts(Bounds bounds, AudioRates rates) {
    this.bounds = bounds;
    this.pace = new Pace(rates);
    this.served = new Served(bounds.maxRecordings());
  }

  private static final class Wanted {
    private final Instant from;
    private final long sizeBytes;
    private final BitSet fresh = new BitSet();
    private final BitSet repairs = new BitSet();
    private final Map<SpeakerId, Instant> nodes = new HashMap<>();
    private boolean isUrgent;
    private long lastTurn;
    private int cursor;

    // Onwards and round: whoever asks later gets its beginning after the others have their end.
    int next(BitSet parts) {
      int after = parts.nextSetBit(cursor);
      int index = after < 0 ? parts.nextSetBit(0) : after;
      cursor = index + 1;
      return index;
    }

    Wanted(Instant from, long sizeBytes, long lastTurn) {
      this.from = from;
      this.sizeBytes = sizeBytes;
      this.lastTurn = lastTurn;
    }
  }

  /** A part to be sent. */
  record Part(Digest digest, long sizeBytes, int index) {}

  /**
   * Takes a want in.
   *
   * @return false if so many recordings are wanted that this one must be asked for again later
   */
  boolean add(SpeakerId node, Want want, Instant now) {
    Wanted known = wanted.get(want.digest());
    if (known == null) {
      if (wanted.size() >= bounds.maxRecordings() || wantsTooMuch(node)) {
        return false;
      }
      known = new Wanted(now.plus(bounds.window()), want.sizeBytes(), turn);
      known.nodes.putAll(stillListening(want.digest(), now));
      wanted.put(want.digest(), known);
    }
    BitSet asked = new BitSet();
    for (PartRange range : want.missing()) {
      asked.set(range.first(), range.last() + 1);
    }
    BitSet repairs = served.repairs(want.digest(), node, asked);
    asked.andNot(repairs);
    known.fresh.or(asked);
    known.repairs.or(repairs);
    known.nodes.put(node, now);
    known.isUrgent |= want.hurries();
    return true;
  }

  // Who asked a moment ago gets a copy of what others ask for now, needed or not.
  private Map<SpeakerId, Instant> stillListening(Digest digest, Instant now) {
    lately
        .values()
        .forEach(asked -> asked.values().removeIf(at -> at.plus(LISTENING).isBefore(now)));
    lately.values().removeIf(Map::isEmpty);
    return lately.getOrDefault(digest, Map.of());
  }

  private boolean wantsTooMuch(SpeakerId node) {
    return wanted.values().stream().filter(one -> one.nodes.containsKey(node)).count()
        >= bounds.maxOfOneNode();
  }

  /** The next part to send, and it counts as sent; empty if none is due. */
  Optional<Part> next(Instant now) {
    return wanted.entrySet().stream()
        .filter(entry -> !now.isBefore(due(entry.getValue())))
        .min(order())
        .map(entry -> take(entry.getKey(), entry.getValue(), now));
  }

  private Comparator<Map.Entry<Digest, Wanted>> order() {
    boolean repairsFirst = turn % REPAIR_TURN == REPAIR_TURN - 1;
    Comparator<Map.Entry<Digest, Wanted>> kind =
        Comparator.comparing(entry -> entry.getValue().fresh.isEmpty() != repairsFirst);
    return Comparator.<Map.Entry<Digest, Wanted>, Boolean>comparing(
            entry -> !entry.getValue().isUrgent)
        .thenComparing(kind)
        .thenComparing(entry -> entry.getValue().lastTurn);
  }

  /** When the next part is due; empty if nothing is wanted. */
  Optional<Instant> nextDue() {
    return wanted.values().stream().map(this::due).min(Instant::compareTo);
  }

  private Instant due(Wanted recording) {
    Instant paced = pace.earliest(recording.nodes.keySet());
    return paced.isAfter(recording.from) ? paced : recording.from;
  }

  /** Nothing of this recording is wanted any more: it is not here. */
  void forget(Digest digest) {
    wanted.remove(digest);
  }

  private Part take(Digest digest, Wanted recording, Instant now) {
    boolean isRepair = recording.fresh.isEmpty();
    int index = recording.next(isRepair ? recording.repairs : recording.fresh);
    recording.fresh.clear(index);
    recording.repairs.clear(index); // who asked for it again hears it too
    recording.lastTurn = ++turn;
    if (recording.fresh.isEmpty() && recording.repairs.isEmpty()) {
      wanted.remove(digest);
      lately.put(digest, recording.nodes);
    }
    served.note(digest, index, recording.nodes.keySet(), now);
    pace.spend(recording.nodes.keySet(), Parts.length(index, recording.sizeBytes), now);
    return new Part(digest, recording.sizeBytes, index);
  }
}
