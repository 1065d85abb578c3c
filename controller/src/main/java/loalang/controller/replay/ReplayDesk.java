// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.replay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import loalang.announcements.Recording;
import loalang.announcements.copies.AudioExport;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.queue.WorkQueue;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.Studio;
import loalang.protocol.Problem;
import loalang.protocol.RecordingRef;
import org.jdbi.v3.core.Handle;

/** The door: what residents may hear again, and its copies as MP3. On one event loop. */
public final class ReplayDesk {
  /** How long a notice can be heard again. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int MOST = 200;
  private static final Duration FRESH = Duration.ofSeconds(20);
  private static final WorkQueue.Limits COPIES = new WorkQueue.Limits(1, 8, Duration.ofMinutes(3));

  private final StorageDesk storage;
  private final Studio studio;
  private final Path copies;
  private final WorkQueue queue;
  private final InstantSource now;
  private Instant asked = Instant.MIN;
  private Future<Optional<List<AiredNotice>>> answer = Future.succeededFuture(Optional.empty());

  /** A desk; its pool ends with {@code vertx}. */
  public ReplayDesk(Vertx vertx, StorageDesk storage, Shelf shelf, InstantSource now) {
    this.storage = storage;
    this.studio = shelf.studio();
    this.copies = shelf.copies();
    this.now = now;
    this.queue =
        new WorkQueue(
            vertx,
            "replay",
            COPIES,
            new WorkQueue.Refusals(
                ReplayDesk::busy,
                new Problem(
                    "REPLAY_TOO_SLOW", "The copy was not made in time.", "Take the Ogg file.")));
  }

  /**
   * Where sound is.
   *
   * @param studio has the recordings
   * @param copies a directory for copies as MP3, made when it is needed
   */
  public record Shelf(Studio studio, Path copies) {}

  /** What can be heard again, the newest first; empty if the office has not opened the door. */
  public Future<Optional<List<AiredNotice>>> open() {
    Instant instant = now.instant();
    if (instant.isAfter(asked.plus(FRESH)) || answer.failed()) { // strangers may ask often
      asked = instant;
      answer = storage.read(handle -> look(handle, instant));
    }
    return answer;
  }

  /** True if residents may listen. */
  public Future<Boolean> isOpen() {
    return storage.read(ReplayStore::isOpen);
  }

  /** Opens or closes the door for residents. */
  public Future<Void> turn(boolean open, Author by) {
    return storage
        .<Void>write(
            handle -> {
              AuditStore.add(
                  handle,
                  by.did(Deed.SETTING_CHANGED, "replay").saying(open ? "open" : "closed"),
                  now.instant());
              ReplayStore.turn(handle, open, by.who(), now.instant());
              return null;
            })
        .onSuccess(turned -> asked = Instant.MIN);
  }

  /** A piece of a recording as it was sent to the poles. */
  public Future<byte[]> piece(RecordingRef recording, long offset, int length) {
    return studio.piece(recording.digest(), offset, length);
  }

  /** The file with the copy as MP3, made if it is not there. */
  public Future<Path> mp3(RecordingRef recording) {
    Path file = file(recording);
    return storage
        .run(() -> Files.isRegularFile(file))
        .compose(
            isThere ->
                isThere
                    ? Future.succeededFuture(file)
                    : studio
                        .piece(recording.digest(), 0, Math.toIntExact(recording.sizeBytes()))
                        .compose(ogg -> queue.run(() -> copy(ogg, recording, file))));
  }

  private Path copy(byte[] ogg, RecordingRef recording, Path file) throws IOException {
    if (!Files.isRegularFile(file)) { // somebody else may have asked meanwhile
      Files.createDirectories(copies);
      AudioExport.save(Recording.of(ogg, recording.duration()), file);
    }
    return file;
  }

  private Path file(RecordingRef recording) {
    return copies.resolve(recording.digest().hex() + ".mp3");
  }

  private static Optional<List<AiredNotice>> look(Handle handle, Instant instant) {
    return ReplayStore.isOpen(handle)
        ? Optional.of(ReplayStore.aired(handle, instant.minus(KEPT), MOST))
        : Optional.empty();
  }

  private static Problem busy(int taken) {
    return new Problem(
        "REPLAY_BUSY",
        "%d copies are being made or wait.".formatted(taken),
        "Try again in a minute, or take the Ogg file.");
  }
}
