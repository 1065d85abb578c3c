// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.audit;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.Problem;
import org.jdbi.v3.core.Handle;

/** The door: shows the log and follows its chain. On one event loop. */
public final class AuditDesk {
  private static final int PAGE = 1_000;

  private final StorageDesk storage;

  /** A desk. */
  public AuditDesk(StorageDesk storage) {
    this.storage = storage;
  }

  /**
   * What became of following the chain.
   *
   * @param rows how many hold
   * @param digest of the last one that holds: whoever wrote it down finds a log cut short
   * @param fault what does not hold; empty if all does
   */
  public record Verdict(long rows, String digest, Optional<Problem> fault) {}

  /**
   * Which rows.
   *
   * @param object only about this; all if empty
   * @param who only of this person; all if empty
   */
  public record Sought(String object, String who) {}

  /**
   * The newest rows, newest first.
   *
   * @param before only with a smaller number
   * @param limit at most so many
   */
  public Future<List<AuditEntry>> newest(Sought sought, long before, int limit) {
    return storage.read(handle -> AuditStore.newest(handle, sought, before, limit));
  }

  /** Rows in order from a number on, at most a thousand; empty after the last. */
  public Future<List<AuditEntry>> page(long first) {
    return storage.read(handle -> AuditStore.from(handle, first, PAGE));
  }

  /** Every row in order, each as one line; the office holds them all in memory meanwhile. */
  public Future<String> export(Function<AuditEntry, String> line) {
    return storage.read(
        handle -> {
          StringBuilder lines = new StringBuilder();
          List<AuditEntry> rows = AuditStore.from(handle, 1, PAGE);
          while (!rows.isEmpty()) {
            lines.append(rows.stream().map(line).collect(Collectors.joining("\n", "", "\n")));
            rows = AuditStore.from(handle, rows.get(rows.size() - 1).number() + 1, PAGE);
          }
          return lines.toString();
        });
  }

  /** Follows the chain to its end or to the first row that does not hold. */
  public Future<Verdict> verify() {
    // In the one transaction that may write: nobody adds a row meanwhile.
    return storage.write(AuditDesk::verify);
  }

  private static Verdict verify(Handle handle) {
    AuditChain chain = new AuditChain();
    AuditStore.Head head = AuditStore.head(handle);
    List<AuditEntry> rows = AuditStore.from(handle, 1, PAGE);
    while (!rows.isEmpty()) {
      for (AuditEntry entry : rows) {
        Optional<Problem> fault = chain.follow(entry);
        if (fault.isPresent()) {
          return new Verdict(chain.number(), chain.digest(), fault);
        }
      }
      rows = AuditStore.from(handle, chain.number() + 1, PAGE);
    }
    return new Verdict(chain.number(), chain.digest(), chain.end(head.number(), head.digest()));
  }
}
