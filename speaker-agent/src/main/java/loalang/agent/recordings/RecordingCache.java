// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import org.jspecify.annotations.Nullable;

/**
 * Whole recordings on disk, each named by its digest, and drafts; bounded. Not thread-safe, but for
 * {@link #finish} and {@link #isGenuine}, which touch one file each.
 *
 * <p>A file has its name only after its digest was found right and its bytes were forced to the
 * disk.
 */
final class RecordingCache {
  /** Kept free for the journal and the system. */
  static final long RESERVE_BYTES = 4L * 1024 * 1024;

  /** What sounds within this time is never deleted to make room. */
  static final Duration SACRED = Duration.ofHours(24);

  private static final String SUFFIX = ".opus";
  private static final String DRAFT_SUFFIX = ".part";
  private static final String LIST_SUFFIX = ".list";
  private static final int NAME_LENGTH = 64;

  private final Path directory;
  private final long mostBytes;
  private final FreeSpace space;
  private final Set<Digest> proven = new HashSet<>();

  /**
   * A cache.
   *
   * @param directory made if it is not there
   * @param mostBytes how much may be kept
   * @param space of the disk
   */
  RecordingCache(Path directory, long mostBytes, FreeSpace space) throws IOException {
    this.directory = directory;
    this.mostBytes = mostBytes;
    this.space = space;
    Files.createDirectories(directory);
  }

  Path file(Digest digest) {
    return directory.resolve(digest + SUFFIX);
  }

  /** True if the recording is there and its digest was worked out since the start. */
  boolean holds(Digest digest) {
    return proven.contains(digest);
  }

  /** True if a file is there whose digest has not been worked out since the start. */
  boolean mayHold(RecordingRef recording) {
    return !holds(recording.digest()) && Files.exists(file(recording.digest()));
  }

  /** What was worked out about a file. */
  void proved(Digest digest, boolean genuine) throws IOException {
    if (genuine) {
      proven.add(digest);
    } else {
      Files.deleteIfExists(file(digest));
    }
  }

  /** Works out whether a whole file is what its name says. Slow. */
  boolean isGenuine(RecordingRef recording) {
    return isGenuine(recording, file(recording.digest()));
  }

  private static boolean isGenuine(RecordingRef recording, Path file) {
    try {
      return Files.size(file) == recording.sizeBytes() && digest(file).equals(recording.digest());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Gives a draft that is what it should be its name. Slow. */
  boolean finish(RecordingRef recording, Path draft) {
    if (!isGenuine(recording, draft)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(directory)) {
      Files.move(
          draft,
          file(recording.digest()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(path(recording.digest(), LIST_SUFFIX));
      channel.force(true);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Begins a recording that is not there or goes on with it, making room by deleting first what
   * nobody demands, then what is needed latest.
   *
   * @throws IOException if there is no room for it
   */
  RecordingDraft begin(Demand demand, Map<Digest, Demand> demands, Instant now) throws IOException {
    Path draft = path(demand.digest(), DRAFT_SUFFIX);
    if (!Files.exists(draft)) {
      makeRoom(demand, demands, now);
    }
    return new RecordingDraft(demand.recording(), draft, path(demand.digest(), LIST_SUFFIX));
  }

  /** Throws away what was begun and is not wanted any more. */
  void dropDraft(Digest digest) throws IOException {
    Files.deleteIfExists(path(digest, DRAFT_SUFFIX));
    Files.deleteIfExists(path(digest, LIST_SUFFIX));
  }

  private Path path(Digest digest, String suffix) {
    return directory.resolve(digest + suffix);
  }

  private void makeRoom(Demand demand, Map<Digest, Demand> demands, Instant now)
      throws IOException {
    List<Path> spare = new ArrayList<>(files());
    spare.removeIf(file -> isSacred(demands.get(digestOf(file)), demand, now));
    spare.sort(
        Comparator.<Path, Instant>comparing(file -> neededAt(demands.get(digestOf(file))))
            .reversed()
            .thenComparing(RecordingCache::modifiedMillis));
    while (!fits(demand.recording().sizeBytes())) {
      if (spare.isEmpty()) {
        throw new IOException(
            "no room for %d bytes among the recordings that are needed"
                .formatted(demand.recording().sizeBytes()));
      }
      Path first = spare.remove(0);
      proven.remove(digestOf(first));
      Files.delete(first);
    }
  }

  private static boolean isSacred(@Nullable Demand kept, Demand wanted, Instant now) {
    return kept != null
        && (!kept.neededAt().isAfter(now.plus(SACRED))
            || !kept.neededAt().isAfter(wanted.neededAt()));
  }

  private static Instant neededAt(@Nullable Demand demand) {
    return demand == null ? Instant.MAX : demand.neededAt();
  }

  private boolean fits(long sizeBytes) throws IOException {
    long kept = 0;
    for (Path file : files()) {
      kept += Files.size(file);
    }
    return kept + sizeBytes <= mostBytes && space.usableBytes() >= sizeBytes + RESERVE_BYTES;
  }

  private static long modifiedMillis(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static Digest digestOf(Path file) {
    return new Digest(String.valueOf(file.getFileName()).substring(0, NAME_LENGTH));
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "*.{opus,part}")) {
      for (Path file : all) {
        if (String.valueOf(file.getFileName()).indexOf('.') == NAME_LENGTH) {
          files.add(file);
        }
      }
    }
    return files;
  }

  private static Digest digest(Path file) throws IOException {
    MessageDigest sha = Digest.sha256();
    try (InputStream in =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), sha)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }
}
