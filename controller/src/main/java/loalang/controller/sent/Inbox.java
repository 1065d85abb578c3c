// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.sent;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The door: writes what comes into a file of its own, at most so many bytes and so many files at a
 * time, and takes the file away when it was used. On one event loop.
 */
public final class Inbox {
  private static final int FILES_AT_ONCE = 3;

  private final Vertx vertx;
  private final Path directory;
  private final long maxBytes;
  private int open;

  private Inbox(Vertx vertx, Path directory, long maxBytes) {
    this.vertx = vertx;
    this.directory = directory;
    this.maxBytes = maxBytes;
  }

  /** An inbox in a directory of its own; what a crash left there is taken away. Blocks. */
  public static Inbox in(Vertx vertx, Path directory, long maxBytes) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> left = Files.list(directory)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Inbox(vertx, directory, maxBytes);
  }

  /** Where files lie on their way in; what somebody else puts there, they take away. */
  public Path directory() {
    return directory;
  }

  /**
   * Lets somebody else's form bring one more file.
   *
   * @return to be run when the file is gone
   * @throws ProblemException UPLOADS_FULL
   */
  public Runnable admit() {
    if (open >= FILES_AT_ONCE) {
      throw new ProblemException(full());
    }
    open++;
    return () -> open--;
  }

  /**
   * What comes in.
   *
   * @param name what the sender calls it
   * @param stream paused; it is read to its end or refused, and then what still comes is dropped
   * @param gone ends when the sender hung up, maybe before anybody read the stream
   */
  public record Incoming(String name, ReadStream<Buffer> stream, Future<Void> gone) {}

  /**
   * Takes in a whole stream.
   *
   * @param use of the file, which is gone when that ended
   * @return fails with UPLOAD_TOO_LARGE, UPLOADS_FULL, UPLOAD_BROKEN_OFF or UPLOAD_NOT_STORED
   */
  public <T> Future<T> take(Incoming incoming, Function<SentSound, Future<T>> use) {
    if (open >= FILES_AT_ONCE) {
      return Future.failedFuture(new ProblemException(full()));
    }
    open++;
    return vertx
        .fileSystem()
        .createTempFile(directory.toString(), "sound", ".part", "rw-------")
        .recover(e -> Future.failedFuture(notStored(incoming.name(), e)))
        .compose(
            path ->
                write(incoming, path)
                    .compose(written -> use.apply(new SentSound(incoming.name(), Path.of(path))))
                    .eventually(() -> vertx.fileSystem().delete(path)))
        .onComplete(done -> open--);
  }

  private Future<Void> write(Incoming incoming, String path) {
    return vertx
        .fileSystem()
        .open(path, new OpenOptions().setRead(false).setCreate(false))
        .recover(e -> Future.failedFuture(notStored(incoming.name(), e)))
        .compose(
            file ->
                copy(incoming, file)
                    .transform(
                        copied ->
                            file.close()
                                .transform(
                                    closed ->
                                        copied.failed()
                                            ? Future.failedFuture(copied.cause())
                                            : Future.<Void>succeededFuture())));
  }

  private Future<Void> copy(Incoming incoming, AsyncFile file) {
    Promise<Void> whole = Promise.promise();
    if (incoming.gone().isComplete()) {
      whole.fail(brokenOff(incoming.name()));
      return whole.future();
    }
    incoming.gone().onComplete(gone -> whole.tryFail(brokenOff(incoming.name())));
    file.exceptionHandler(e -> whole.tryFail(notStored(incoming.name(), e)));
    Copying copying = new Copying(incoming.stream(), file, maxBytes);
    whole.future().onFailure(e -> copying.stop());
    incoming.stream().endHandler(end -> whole.tryComplete());
    incoming.stream()
        .handler(
            piece -> {
              if (!copying.take(piece)) {
                whole.tryFail(new ProblemException(tooLarge(incoming.name())));
              }
            });
    incoming.stream().resume();
    return whole.future();
  }

  private Problem full() {
    return new Problem(
        "UPLOADS_FULL", "%d sound files are being sent.".formatted(open), "Try again in a minute.");
  }

  private Problem tooLarge(String name) {
    return new Problem(
        "UPLOAD_TOO_LARGE",
        "\"%s\" has more than %d MB.".formatted(name, maxBytes >> 20),
        "Send it as MP3 or M4A, or cut it into several recordings.");
  }

  private static ProblemException brokenOff(String name) {
    return new ProblemException(
        new Problem(
            "UPLOAD_BROKEN_OFF",
            "\"%s\" ended before its end.".formatted(name),
            "Send it again; see whether the line is good."));
  }

  private static ProblemException notStored(String name, Throwable cause) {
    return new ProblemException(
        new Problem(
            "UPLOAD_NOT_STORED",
            "\"%s\" cannot be written: %s.".formatted(name, cause.getMessage()),
            "Make room on the disk of the data directory and send it again."),
        cause);
  }
}
