// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.time.Instant;
import java.util.List;
import loalang.controller.dispatch.SilenceDesk;

/**
 * What the page about silence shows.
 *
 * @param now the present instant
 * @param told the newest silences
 * @param mayOrder true if whoever looks may order it everywhere
 */
public record SilencePage(Instant now, List<SilenceDesk.Told> told, boolean mayOrder) {
  /** True if this silence still holds. */
  public boolean holds(SilenceDesk.Told told) {
    return told.silence().lifted().isEmpty() && now.isBefore(told.silence().until());
  }

  /** True if any silence holds. */
  public boolean isSilent() {
    return told.stream().anyMatch(this::holds);
  }
}
