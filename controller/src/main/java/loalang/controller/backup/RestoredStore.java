// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.time.Instant;
import java.util.List;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.protocol.Digest;
import org.jdbi.v3.core.Handle;

/** What a restored database says, and what is changed in it. Blocking, in a transaction. */
final class RestoredStore {
  private static final long ORDERS_AHEAD = 1_000_000; // more than any office gave since its copy

  private RestoredStore() {}

  /**
   * What was found.
   *
   * @param verdict of the database's own check; "ok" if it is whole
   * @param notices how many
   * @param recordings that it knows
   */
  record Found(String verdict, long notices, List<Digest> recordings) {}

  static Found begin(Handle handle, boolean isFile, Instant now) {
    String verdict = // a server checks its pages by itself
        isFile
            ? handle
                .createQuery("PRAGMA integrity_check(1)")
                .mapTo(String.class)
                .findFirst()
                .orElse("")
            : "ok";
    handle
        .createUpdate("UPDATE counter SET value = value + :ahead WHERE name = 'order-sequence'")
        .bind("ahead", ORDERS_AHEAD)
        .execute();
    handle.execute("DELETE FROM session");
    AuditStore.add(handle, Author.OFFICE.did(Deed.OFFICE_RESTORED, "office"), now);
    return new Found(
        verdict,
        handle.createQuery("SELECT count(*) FROM notice").mapTo(Long.class).one(),
        handle.createQuery("SELECT digest FROM recording").mapTo(String.class).list().stream()
            .map(Digest::new)
            .toList());
  }
}
