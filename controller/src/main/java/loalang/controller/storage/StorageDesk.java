// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.storage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.HandleCallback;

/** The database for an event loop: work goes to the pool {@code storage}, answers come back. */
public final class StorageDesk {
  private static final int THREADS = 4;
  private static final int LIMIT_SECONDS = 30;
  private static final int MAX_WAITING = 2_000;

  private final Database database;
  private final WorkerExecutor storage;
  private final AtomicInteger waiting = new AtomicInteger();

  /** A desk for this database; the pool ends with {@code vertx}. */
  public StorageDesk(Vertx vertx, Database database) {
    this.database = database;
    this.storage =
        vertx.createSharedWorkerExecutor("storage", THREADS, LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Runs a transaction; the answer comes after its changes are on the disk. */
  public <T> Future<T> write(HandleCallback<T, RuntimeException> work) {
    return run(() -> database.write(work));
  }

  /** Runs queries that change nothing. */
  public <T> Future<T> read(HandleCallback<T, RuntimeException> work) {
    return run(() -> database.read(work));
  }

  /** Runs other work that belongs to the disk: files of the data directory. */
  public <T> Future<T> run(Callable<T> work) {
    if (waiting.incrementAndGet() > MAX_WAITING) { // the pool itself queues without limit
      waiting.decrementAndGet();
      return Future.failedFuture(
          new ProblemException(
              new Problem(
                  "STORAGE_BUSY",
                  "%d pieces of work wait for the database.".formatted(MAX_WAITING),
                  "Try again in a moment; look whether the disk is slow.")));
    }
    return storage.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
  }
}
