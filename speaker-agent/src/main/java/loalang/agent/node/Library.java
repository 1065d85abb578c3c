// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.agent.broker.OfficeLink;
import loalang.agent.clock.NodeClock;
import loalang.agent.playback.OpusRecording;
import loalang.agent.playout.Item;
import loalang.agent.recordings.Demand;
import loalang.agent.recordings.Recordings;
import loalang.protocol.Digest;
import loalang.protocol.Priority;
import loalang.protocol.ProblemException;
import loalang.protocol.report.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which recordings are needed when, and how long each of them is. Not thread-safe: the agent thread
 * only.
 */
final class Library implements PlanDesk.Stock {
  private static final Logger LOG = LoggerFactory.getLogger(Library.class);
  private static final int MOST_LENGTHS = 256;
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final NodeClock clock;
  private final Recordings recordings;
  private final Inbox inbox;
  private final Map<Digest, Long> lengths = new LinkedHashMap<>();
  private final Set<Digest> counting = new HashSet<>();
  private boolean stale = true;
  private Instant lookAgain = Instant.MIN;

  Library(NodeParts parts, OfficeLink link, Inbox inbox, Standing remembered) {
    this.clock = parts.clock();
    this.inbox = inbox;
    this.recordings =
        new Recordings(
            parts.shelf(), new Recordings.World(link, parts.random()::nextDouble, inbox, inbox));
    remembered.spent().ifPresent(one -> recordings.remember(one.day(), one.bytes()));
  }

  /** Something is needed that was not, or not needed any more. */
  void changed() {
    stale = true;
  }

  /** Demands what is needed now. */
  void demand(List<Item> present, List<Item> toCome) {
    Instant now = clock.instant();
    if (!stale && now.isBefore(lookAgain)) {
      return;
    }
    stale = false;
    lookAgain = now.plus(LOOK_AGAIN);
    List<Demand> demands = new ArrayList<>();
    present.forEach(item -> demands.add(demand(item)));
    toCome.forEach(item -> demands.add(demand(item)));
    recordings.demand(demands, now);
  }

  private static Demand demand(Item item) {
    Demand.Urgency urgency =
        item.origin() == Item.Origin.ORDERED ? Demand.Urgency.ORDERED : Demand.Urgency.PLANNED;
    boolean emergency = item.play().priority() == Priority.EMERGENCY;
    return new Demand(
        item.play().recording(),
        item.play().startAt(),
        emergency ? Demand.Urgency.EMERGENCY : urgency);
  }

  /** An airing waits for this recording: if it is here, say how long it is. */
  void wanted(Digest recording) {
    stale = true;
    if (recordings.isWhole(recording)) {
      count(recording, recordings.file(recording));
    }
  }

  /** How many frames a recording has that is whole here and was read before. */
  Optional<Long> framesOf(Digest recording) {
    return Optional.ofNullable(lengths.get(recording)).filter(known -> isWhole(recording));
  }

  /** Reads a recording once from end to end, away from the agent thread. */
  void count(Digest recording, Path file) {
    Long known = lengths.get(recording);
    if (known != null) {
      inbox.tell(node -> node.recordingReady(recording, known));
    } else if (counting.add(recording)) {
      inbox.run(() -> framesIn(file), frames -> counted(recording, frames));
    }
  }

  private static Optional<Long> framesIn(Path file) {
    try {
      return Optional.of(OpusRecording.framesIn(file));
    } catch (ProblemException e) {
      LOG.warn("{}", e.problem());
      return Optional.empty();
    }
  }

  private void counted(Digest recording, Optional<Long> frames) {
    counting.remove(recording);
    frames.ifPresent(
        known -> {
          if (lengths.size() >= MOST_LENGTHS) {
            lengths.remove(lengths.keySet().iterator().next());
          }
          lengths.put(recording, known);
          inbox.tell(node -> node.recordingReady(recording, known));
        });
    if (frames.isEmpty()) {
      inbox.lacking(recording, Outcome.FAILED_RECORDING_UNREADABLE);
    }
  }

  void arrived(Digest recording, byte[] payload) {
    recordings.arrived(recording, payload, clock.instant());
  }

  void connected() {
    recordings.connected(clock.instant());
  }

  void disconnected() {
    recordings.disconnected();
  }

  void timePassed() {
    recordings.timePassed(clock.instant());
  }

  Optional<Instant> nextAsk() {
    return recordings.nextAsk();
  }

  Path file(Digest recording) {
    return recordings.file(recording);
  }

  @Override
  public boolean isWhole(Digest recording) {
    return recordings.isWhole(recording);
  }

  @Override
  public boolean isChecking(Digest recording) {
    return recordings.isChecking(recording);
  }
}
