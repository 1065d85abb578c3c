// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.List;
import java.util.Optional;
import loalang.controller.reading.DictionaryChange;
import loalang.controller.reading.DictionaryRow;
import loalang.controller.reading.KeptRow;
import loalang.protocol.Problem;

/**
 * The commune's dictionary.
 *
 * @param rows in force that hold the words looked for, by written form
 * @param of how many rows there are in all
 * @param words looked for; empty for all
 * @param changes the newest first
 * @param form as it stands in the form
 * @param problem why it was not taken
 */
public record DictionaryPage(
    List<KeptRow> rows,
    int of,
    String words,
    List<DictionaryChange> changes,
    DictionaryRow form,
    Optional<Problem> problem) {
  static final DictionaryRow EMPTY = new DictionaryRow("", "", "", "");

  public DictionaryPage {
    rows = List.copyOf(rows);
    changes = List.copyOf(changes);
  }
}
