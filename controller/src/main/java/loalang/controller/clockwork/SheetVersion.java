// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet said until somebody changed it.
 *
 * @param id the later, the higher
 * @param name of the sheet
 * @param yaml word for word; null if there was no such sheet
 * @param until when it was changed
 * @param by who changed it
 */
public record SheetVersion(
    long id, SheetName name, @Nullable String yaml, Instant until, String by) {

  /** What it said, if there was such a sheet. */
  public Optional<String> text() {
    return Optional.ofNullable(yaml);
  }
}
