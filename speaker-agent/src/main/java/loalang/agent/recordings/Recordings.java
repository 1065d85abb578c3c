// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import loalang.protocol.Digest;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.report.Outcome;
import loalang.protocol.wire.AudioPartBytes;
import loalang.protocol.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets recordings and keeps them. Not thread-safe: the agent thread only. */
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  private final RecordingCache cache;
  private final RecordingLine line;
  private final DoubleSupplier chance;
  private final RecordingListener listener;
  private final Map<Digest, Coming> coming = new LinkedHashMap<>();

  /** A recording on its way: what is missing, and what is on the disk so far. */
  private record Coming(RecordingFetch fetch, RecordingDraft draft) {}

  /**
   * Where recordings are kept.
   *
   * @param directory made if it is not there
   * @param mostBytes how much may be kept there
   * @param space of the disk
   */
  public record Shelf(Path directory, long mostBytes, FreeSpace space) {}

  /**
   * The recordings of one pole.
   *
   * @param chance gives 0 to 1, to spread the askings of a village
   * @throws ProblemException RECORDINGS_UNUSABLE if the directory cannot be used
   */
  public Recordings(
      Shelf shelf, RecordingLine line, DoubleSupplier chance, RecordingListener listener) {
    this.line = line;
    this.chance = chance;
    this.listener = listener;
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
  }

  /**
   * An order names this recording: say when it is whole, asking for it if it is not there.
   *
   * @param needed every recording that must not be deleted to make room
   */
  public void need(RecordingRef recording, Set<Digest> needed, Instant now) {
    Digest digest = recording.digest();
    if (coming.containsKey(digest)) {
      return;
    }
    try {
      if (cache.holds(recording)) {
        listener.whole(digest, cache.file(digest));
        return;
      }
      RecordingDraft draft = cache.begin(recording, needed);
      coming.put(digest, new Coming(new RecordingFetch(recording, chance, now), draft));
      line.listenTo(digest);
      ask(now);
    } catch (IOException e) {
      LOG.warn("recording={} RECORDING_NO_ROOM {}", digest, e.getMessage());
      listener.lacking(digest, Outcome.FAILED_DISK_FULL);
    }
  }

  /** Forgets what nobody needs any more. */
  public void keepOnly(Set<Digest> needed) {
    for (Digest digest : List.copyOf(coming.keySet())) {
      if (!needed.contains(digest)) {
        giveUp(digest);
      }
    }
  }

  /** Bytes came over the topic of this recording; anything may be in them. */
  public void arrived(Digest digest, byte[] bytes, Instant now) {
    Coming one = coming.get(digest);
    if (one == null) {
      return;
    }
    if (!(AudioPartBytes.decode(bytes) instanceof Decoded.Understood<AudioPart> understood)) {
      LOG.warn("recording={} AUDIO_PART_MALFORMED {} bytes", digest, bytes.length);
      return;
    }
    AudioPart part = understood.value();
    RecordingFetch.Arrival arrival = one.fetch().arrived(part, part.bytes().length, now);
    if (arrival == RecordingFetch.Arrival.UNFIT) {
      LOG.warn("recording={} AUDIO_PART_UNFIT {}", digest, part);
    } else if (arrival == RecordingFetch.Arrival.NEW) {
      write(digest, one, part, now);
    }
  }

  private void write(Digest digest, Coming one, AudioPart part, Instant now) {
    try {
      one.draft().write(part);
      if (one.fetch().isWhole()) {
        finish(digest, one, now);
      }
    } catch (IOException e) {
      LOG.warn("recording={} RECORDING_NO_ROOM {}", digest, e.getMessage());
      giveUp(digest);
      listener.lacking(digest, Outcome.FAILED_DISK_FULL);
    }
  }

  private void finish(Digest digest, Coming one, Instant now) throws IOException {
    if (one.draft().isGenuine()) {
      cache.adopt(one.draft());
      coming.remove(digest);
      line.ignore(digest);
      listener.whole(digest, cache.file(digest));
      return;
    }
    LOG.warn("recording={} RECORDING_WRONG_DIGEST thrown away", digest);
    one.draft().restart();
    one.fetch().spoil(now);
    if (one.fetch().isHopeless()) {
      giveUp(digest);
      listener.lacking(digest, Outcome.FAILED_RECORDING_MISSING);
    }
  }

  private void giveUp(Digest digest) {
    Coming one = coming.remove(digest);
    if (one == null) {
      return;
    }
    line.ignore(digest);
    try {
      one.draft().close();
    } catch (IOException e) {
      LOG.warn("recording={} its draft stays: {}", digest, e.getMessage());
    }
  }

  /** The connection is new: listen and ask again. */
  public void connected(Instant now) {
    for (Map.Entry<Digest, Coming> one : coming.entrySet()) {
      line.listenTo(one.getKey());
      one.getValue().fetch().askNow(now);
    }
    ask(now);
  }

  /** Asks for what it is time to ask for. */
  public void ask(Instant now) {
    coming.values().forEach(one -> one.fetch().wantAt(now).ifPresent(line::want));
  }

  /** When there is next something to ask. */
  public Optional<Instant> nextAsk() {
    return coming.values().stream().map(one -> one.fetch().nextAsk()).min(Instant::compareTo);
  }

  /** Where a whole recording lies. */
  public Path file(Digest recording) {
    return cache.file(recording);
  }
}
