// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.util.List;
import java.util.Optional;
import loalang.controller.clockwork.KeptSheet;
import loalang.controller.clockwork.SheetVersion;
import loalang.protocol.Problem;

/**
 * The sheets there are, or one of them with its text.
 *
 * @param sheets all, by name
 * @param name of the one that is shown; empty for a new one
 * @param yaml its text as it stands in the form
 * @param versions what it said before, the newest first
 * @param check what would come of it; empty until somebody asks
 * @param problem why it was not taken
 */
public record SheetPage(
    List<KeptSheet> sheets,
    String name,
    String yaml,
    List<SheetVersion> versions,
    Optional<Check> check,
    Optional<Problem> problem) {
  public SheetPage {
    sheets = List.copyOf(sheets);
    versions = List.copyOf(versions);
  }

  /** True if there is such a sheet. */
  public boolean isKept() {
    return sheets.stream().anyMatch(sheet -> sheet.name().value().equals(name));
  }

  /**
   * What would come of it.
   *
   * @param changes in the coming week, earliest first
   * @param more how many changes are not among them
   * @param problems why something in it will not sound
   */
  public record Check(List<FormPage.Line> changes, int more, List<Problem> problems) {
    public Check {
      changes = List.copyOf(changes);
      problems = List.copyOf(problems);
    }
  }
}
