// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import loalang.protocol.Digest;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.report.Outcome;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the recordings that are demanded, the most urgent first and a few at a time, and keeps them.
 * Not thread-safe: the agent thread only.
 */
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  /** So many are on their way at once; one nobody answers does not hold up the next. */
  static final int MOST_AT_ONCE = 3;

  private static final Duration NO_ROOM_PAUSE = Duration.ofMinutes(1);
  private static final Duration SPOILED_PAUSE = Duration.ofMinutes(10);

  private final RecordingCache cache;
  private final RecordingListener listener;
  private final DataBudget budget;
  private final Map<Digest, Demand> demands = new LinkedHashMap<>();
  private final OnTheWay coming;
  private final Map<Digest, Instant> pausedUntil = new HashMap<>();
  private final Checks checks;
  private Instant latest =
      Instant.MIN; // what it was told last; slow work ends between two tellings

  /**
   * Where recordings are kept.
   *
   * @param directory made if it is not there
   * @param mostBytes how much may be kept there
   * @param space of the disk
   * @param bytesADay how much what is planned may cost in a day
   * @param zone whose midnight counts
   */
  public record Shelf(
      Path directory, long mostBytes, FreeSpace space, long bytesADay, ZoneId zone) {}

  /**
   * How the recordings of a pole meet the world.
   *
   * @param line the way they come
   * @param chance gives 0 to 1, to spread the askings of a village
   * @param listener hears what became of them
   * @param slow works digests out
   */
  public record World(
      RecordingLine line, DoubleSupplier chance, RecordingListener listener, SlowWork slow) {}

  /**
   * The recordings of one pole.
   *
   * @throws ProblemException RECORDINGS_UNUSABLE if the directory cannot be used
   */
  public Recordings(Shelf shelf, World world) {
    this.coming =
        new OnTheWay(
            world.line(),
            world.chance(),
            digest -> {
              Demand demand = demands.get(digest);
              return demand != null && demand.urgency() != Demand.Urgency.PLANNED;
            });
    this.listener = world.listener();
    this.budget = new DataBudget(shelf.bytesADay(), shelf.zone());
    try {
      this.cache = new RecordingCache(shelf.directory(), shelf.mostBytes(), shelf.space());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "RECORDINGS_UNUSABLE",
              "Recordings cannot be kept in %s: %s.".formatted(shelf.directory(), e.getMessage()),
              "Give the agent a directory it may write to with --state-dir."),
          e);
    }
    this.checks = new Checks(cache, world.slow());
  }

  /** What a journal tells of today's data. */
  public void remember(LocalDate day, long bytesSpent) {
    budget.remember(day, bytesSpent);
  }

  /** From now on these are needed and no others. One named twice counts as the more urgent. */
  public void demand(Collection<Demand> all, Instant now) {
    demands.clear();
    all.stream().sorted(Demand.ORDER).forEach(one -> demands.putIfAbsent(one.digest(), one));
    coming.names().stream().filter(digest -> !demands.containsKey(digest)).forEach(coming::giveUp);
    arrange(now);
  }

  /** Gives the few places to the most urgent that are not here. */
  private void arrange(Instant now) {
    latest = now;
    int running = 0;
    long promised = 0;
    for (Demand demand : List.copyOf(demands.values())) {
      Digest digest = demand.digest();
      if (cache.holds(digest) || checks.isUnderWay(digest)) {
        continue;
      }
      long bytes = promised + missingBytes(demand);
      if (checks.look(demand.recording(), genuine -> checked(digest, genuine))) {
        continue;
      }
      if (running >= MOST_AT_ONCE || !mayCome(demand, bytes, now)) {
        coming.park(digest);
      } else if (come(demand, now) && !isUnanswered(digest)) {
        running++;
        promised = bytes;
      }
    }
    coming.ask(now);
  }

  private boolean isUnanswered(Digest digest) {
    OnTheWay.Coming one = coming.get(digest);
    return one != null && one.fetch().isUnanswered();
  }

  private long missingBytes(Demand demand) {
    OnTheWay.Coming one = coming.get(demand.digest());
    return one == null ? demand.recording().sizeBytes() : one.fetch().missingBytes();
  }

  private boolean mayCome(Demand demand, long bytes, Instant now) {
    boolean paused = now.isBefore(pausedUntil.getOrDefault(demand.digest(), Instant.MIN));
    boolean free = demand.urgency() != Demand.Urgency.PLANNED;
    return !paused && (free || budget.allows(bytes, now));
  }

  private boolean come(Demand demand, Instant now) {
    Digest digest = demand.digest();
    if (coming.get(digest) != null) {
      return true;
    }
    try {
      RecordingDraft draft = cache.begin(demand, demands, now);
      OnTheWay.Coming one = coming.begin(digest, draft, now);
      if (one.fetch().isWhole()) {
        finish(demand, one);
      }
      return true;
    } catch (IOException e) {
      noRoom(demand, e, now);
      return false;
    }
  }

  private void noRoom(Demand demand, IOException e, Instant now) {
    LOG.warn("recording={} RECORDING_NO_ROOM {}", demand.digest(), e.getMessage());
    pausedUntil.put(demand.digest(), now.plus(NO_ROOM_PAUSE));
    listener.lacking(demand.digest(), Outcome.FAILED_DISK_FULL);
  }

  private void checked(Digest digest, boolean genuine) {
    try {
      cache.proved(digest, genuine);
    } catch (IOException e) {
      LOG.warn("recording={} a rotten file stays: {}", digest, e.getMessage());
    }
    if (genuine) {
      listener.whole(digest, cache.file(digest));
    } else {
      LOG.warn("recording={} RECORDING_ROTTEN it is fetched again", digest);
    }
  }

  /** Bytes came over the topic of this recording; anything may be in them. */
  public void arrived(Digest digest, byte[] bytes, Instant now) {
    OnTheWay.Coming one = coming.get(digest);
    Demand demand = demands.get(digest);
    if (one == null || demand == null) {
      return;
    }
    latest = now;
    if (budget.spend(bytes.length, now)) {
      listener.spent(budget.day(), budget.spent());
    }
    if (!(AudioPartBytes.decode(bytes) instanceof Decoded.Understood<AudioPart> understood)) {
      LOG.warn("recording={} AUDIO_PART_MALFORMED {} bytes", digest, bytes.length);
      return;
    }
    AudioPart part = understood.value();
    RecordingFetch.Arrival arrival = one.fetch().arrived(part, part.bytes().length, now);
    if (arrival == RecordingFetch.Arrival.UNFIT) {
      LOG.warn("recording={} AUDIO_PART_UNFIT {}", digest, part);
    } else if (arrival == RecordingFetch.Arrival.NEW && !checks.isUnderWay(digest)) {
      write(demand, one, part, now);
    }
  }

  private void write(Demand demand, OnTheWay.Coming one, AudioPart part, Instant now) {
    try {
      one.draft().write(part);
      if (one.fetch().isWhole()) {
        finish(demand, one);
      }
    } catch (IOException e) {
      coming.giveUp(demand.digest());
      noRoom(demand, e, now);
    }
  }

  private void finish(Demand demand, OnTheWay.Coming one) throws IOException {
    one.draft().close();
    checks.finish(one.draft(), genuine -> finished(demand, genuine));
  }

  private void finished(Demand demand, boolean genuine) {
    Digest digest = demand.digest();
    if (genuine) {
      coming.end(digest);
      checked(digest, true);
      return;
    }
    LOG.warn("recording={} RECORDING_WRONG_DIGEST thrown away", digest);
    try {
      cache.dropDraft(digest);
      OnTheWay.Coming one = coming.get(digest);
      if (one != null) {
        again(demand, one);
      }
    } catch (IOException e) {
      noRoom(demand, e, latest);
    }
  }

  private void again(Demand demand, OnTheWay.Coming one) throws IOException {
    Digest digest = demand.digest();
    one.fetch().spoil(latest);
    if (one.fetch().isHopeless()) {
      coming.end(digest);
      pausedUntil.put(digest, latest.plus(SPOILED_PAUSE));
      listener.lacking(digest, Outcome.FAILED_RECORDING_MISSING);
    } else {
      coming.replace(digest, one.fetch(), cache.begin(demand, demands, latest));
    }
  }

  /** The connection is new: listen and ask again. */
  public void connected(Instant now) {
    coming.connected(now);
  }

  /** Nobody can be asked until the next connection. */
  public void disconnected() {
    coming.disconnected();
  }

  /** Looks who may come now, and asks for what it is time to ask for. */
  public void timePassed(Instant now) {
    arrange(now);
  }

  /** When there is next something to ask. */
  public Optional<Instant> nextAsk() {
    return coming.nextAsk();
  }

  /** True if the recording is here and genuine. */
  public boolean isWhole(Digest recording) {
    return cache.holds(recording);
  }

  /** True if it is being worked out whether the recording is here. */
  public boolean isChecking(Digest recording) {
    return checks.isUnderWay(recording)
        || (demands.containsKey(recording) && !checks.wasLookedAt(recording));
  }

  /** Where a whole recording lies. */
  public Path file(Digest recording) {
    return cache.file(recording);
  }
}
