// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.List;
import java.util.Optional;
import loalang.controller.audit.AuditDesk;
import loalang.controller.audit.AuditEntry;

/**
 * Who did what.
 *
 * @param entries the newest first
 * @param who only of this person; empty for all
 * @param object only about this; empty for all
 * @param verdict what became of following the chain; empty until somebody asks
 */
public record AuditPage(
    List<AuditEntry> entries, String who, String object, Optional<AuditDesk.Verdict> verdict) {
  /** How many stand on a page. */
  static final int SHOWN = 50;

  public AuditPage {
    entries = List.copyOf(entries);
  }

  /** True if there may be older ones. */
  public boolean hasMore() {
    return entries.size() == SHOWN;
  }

  /** The number of the oldest that is shown. */
  public long oldest() {
    return entries.get(entries.size() - 1).number();
  }
}
