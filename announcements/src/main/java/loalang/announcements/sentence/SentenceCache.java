// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.sentence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sentences spoken before, in a folder of bounded size; what was not asked for longest goes first.
 * Files appear whole or not at all and carry a digest, so a power cut or a bad sector costs one
 * sentence's synthesis. Usable on many threads; one process at a time per folder counts rightly.
 */
public final class SentenceCache {
  private static final Logger LOG = LoggerFactory.getLogger(SentenceCache.class);
  private static final String UNFINISHED = ".part";
  private static final double KEPT_WHEN_FULL = 0.8;

  private final Path folder;
  private final long maxBytes;
  private final InstantSource now;
  private long bytesHeld;

  private SentenceCache(Path folder, long maxBytes, InstantSource now) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.now = now;
  }

  /**
   * The cache in this folder, which is made if need be. What an earlier run left unfinished is
   * deleted.
   *
   * @param maxBytes 1 or more: about 4 kB a second of speech
   * @throws IllegalArgumentException if maxBytes is out of range
   */
  public static SentenceCache in(Path folder, long maxBytes) {
    return in(folder, maxBytes, InstantSource.system());
  }

  static SentenceCache in(Path folder, long maxBytes, InstantSource now) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("A cache holds 1 byte or more, was " + maxBytes + ".");
    }
    SentenceCache cache = new SentenceCache(folder, maxBytes, now);
    try {
      Files.createDirectories(folder);
      cache.tidy();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cache={} cannot be used: {}", folder, e.toString());
    }
    return cache;
  }

  /** The sentence of this name; nothing if it was never kept, was dropped, or is damaged. */
  public Optional<CodedSentence> find(SentenceKey key) {
    Path file = folder.resolve(key.fileName());
    try {
      Optional<CodedSentence> sentence = SentenceBytes.read(Files.readAllBytes(file));
      if (sentence.isPresent()) {
        Files.setLastModifiedTime(file, FileTime.from(now.instant()));
      } else {
        LOG.warn("cache={} sentence={} is damaged and deleted", folder, key.fileName());
        delete(file);
      }
      return sentence;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("cache={} sentence={} cannot be read: {}", folder, key.fileName(), e.toString());
      return Optional.empty();
    }
  }

  /** Keeps a sentence; if the disk is full or the folder gone, it is not kept and no harm done. */
  public void keep(SentenceKey key, CodedSentence sentence) {
    byte[] bytes = SentenceBytes.of(sentence);
    try {
      Path part = Files.createTempFile(folder, key.fileName(), UNFINISHED);
      try {
        Files.write(part, bytes);
        Files.setLastModifiedTime(part, FileTime.from(now.instant()));
        Files.move(
            part,
            folder.resolve(key.fileName()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      grown(bytes.length);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cache={} sentence={} was not kept: {}", folder, key.fileName(), e.toString());
    }
  }

  private synchronized void grown(long bytes) throws IOException {
    bytesHeld += bytes;
    if (bytesHeld > maxBytes) {
      tidy();
    }
  }

  private synchronized void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      tidy();
    }
  }

  /** Counts afresh, and when too much is held drops the oldest down to four fifths. */
  private synchronized void tidy() throws IOException {
    List<Held> held = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(UNFINISHED)) {
          dropIfAbandoned(file);
        } else if (Files.isRegularFile(file)) {
          held.add(new Held(file, Files.size(file), Files.getLastModifiedTime(file)));
        }
      }
    }
    bytesHeld = held.stream().mapToLong(Held::bytes).sum();
    if (bytesHeld > maxBytes) {
      held.sort(Comparator.comparing(Held::lastAskedFor));
      for (Held one : held) {
        if (bytesHeld <= maxBytes * KEPT_WHEN_FULL) {
          return;
        }
        Files.deleteIfExists(one.file());
        bytesHeld -= one.bytes();
      }
    }
  }

  /** Another thread may be writing a young one. */
  private void dropIfAbandoned(Path part) throws IOException {
    FileTime begun = Files.getLastModifiedTime(part);
    if (begun.toInstant().isBefore(now.instant().minusSeconds(60))) {
      Files.deleteIfExists(part);
    }
  }

  /** A file of the folder. */
  private record Held(Path file, long bytes, FileTime lastAskedFor) {}
}
