// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;

/**
 * Whole recordings on disk, each named by its digest; bounded. Not thread-safe.
 *
 * <p>A file has its name only after its digest was found right and its bytes were forced to the
 * disk.
 */
final class RecordingCache {
  /** Kept free for the journal and the system. */
  static final long RESERVE_BYTES = 4L * 1024 * 1024;

  private static final String SUFFIX = ".opus";
  private static final String DRAFT_SUFFIX = ".part";

  private final Path directory;
  private final long mostBytes;
  private final FreeSpace space;
  private final Set<Digest> proven = new HashSet<>();

  /**
   * A cache; drafts of an earlier start are thrown away.
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
    for (Path draft : files(DRAFT_SUFFIX)) {
      Files.delete(draft);
    }
  }

  Path file(Digest digest) {
    return directory.resolve(digest + SUFFIX);
  }

  /** True if the recording is there; its digest is worked out again once in each start. */
  boolean holds(RecordingRef recording) throws IOException {
    Path file = file(recording.digest());
    if (!Files.exists(file)) {
      return false;
    }
    if (proven.contains(recording.digest())) {
      return true;
    }
    if (Files.size(file) != recording.sizeBytes() || !digest(file).equals(recording.digest())) {
      Files.delete(file);
      return false;
    }
    proven.add(recording.digest());
    return true;
  }

  /**
   * Begins a recording that is not there, making room by deleting the oldest that nobody needs.
   *
   * @throws IOException if there is no room for it
   */
  RecordingDraft begin(RecordingRef recording, Set<Digest> needed) throws IOException {
    makeRoom(recording.sizeBytes(), needed);
    return new RecordingDraft(recording, directory.resolve(recording.digest() + DRAFT_SUFFIX));
  }

  /** The draft is whole and its digest is right. */
  void adopt(RecordingDraft draft) throws IOException {
    Digest digest = draft.recording().digest();
    draft.moveTo(file(digest));
    proven.add(digest);
  }

  private void makeRoom(long sizeBytes, Set<Digest> needed) throws IOException {
    List<Path> spare = new ArrayList<>(files(SUFFIX));
    spare.removeIf(file -> needed.contains(digestOf(file)));
    spare.sort(Comparator.comparing(RecordingCache::modifiedMillis));
    while (!fits(sizeBytes)) {
      if (spare.isEmpty()) {
        throw new IOException(
            "no room for %d bytes among the recordings that are needed".formatted(sizeBytes));
      }
      Path oldest = spare.remove(0);
      proven.remove(digestOf(oldest));
      Files.delete(oldest);
    }
  }

  private boolean fits(long sizeBytes) throws IOException {
    long kept = 0;
    for (Path file : files(SUFFIX)) {
      kept += Files.size(file);
    }
    return kept + sizeBytes <= mostBytes && space.usableBytes() >= sizeBytes + RESERVE_BYTES;
  }

  private static long modifiedMillis(Path file) {
    return file.toFile().lastModified();
  }

  private static Digest digestOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return new Digest(name.substring(0, name.length() - SUFFIX.length()));
  }

  private List<Path> files(String suffix) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "*" + suffix)) {
      all.forEach(files::add);
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
