// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.sheets;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import loalang.controller.queue.WorkQueue;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The door: the pool {@code tables}, where files are written one at a time. On one event loop. */
public final class SheetDesk {
  private static final WorkQueue.Limits LIMITS = new WorkQueue.Limits(1, 6, Duration.ofMinutes(2));

  private final WorkQueue queue;

  /** A desk; its pool ends with {@code vertx}. */
  public SheetDesk(Vertx vertx) {
    this.queue =
        new WorkQueue(
            vertx,
            "tables",
            LIMITS,
            new WorkQueue.Refusals(
                SheetDesk::busy,
                new Problem(
                    "TABLE_TOO_SLOW",
                    "The file was not written in two minutes.",
                    "Choose fewer days, or CSV.")));
  }

  /** Writes a table; refuses with TABLE_TOO_LONG before anything is put together. */
  public Future<byte[]> write(SheetKind kind, int rows, Supplier<Sheet> sheet) {
    if (rows > kind.mostRows()) {
      return Future.failedFuture(new ProblemException(tooLong(kind, rows)));
    }
    return queue.run(() -> kind.bytes(sheet.get()));
  }

  /** Why there is no file of such a kind. */
  public static Problem unknown(String kind) {
    return new Problem(
        "TABLE_KIND_UNKNOWN",
        "\"%s\" is no kind of file that is written here."
            .formatted(kind.substring(0, Math.min(kind.length(), 20))),
        "Choose csv, xlsx or pdf.");
  }

  private static Problem busy(int taken) {
    return new Problem(
        "TABLE_BUSY", "%d files are being written or wait.".formatted(taken), "Try again soon.");
  }

  private static Problem tooLong(SheetKind kind, int rows) {
    return new Problem(
        "TABLE_TOO_LONG",
        "The table has %d rows; %s takes at most %d.".formatted(rows, kind.name(), kind.mostRows()),
        "Choose fewer days or another filter" + (kind == SheetKind.PDF ? ", or XLSX." : "."));
  }
}
