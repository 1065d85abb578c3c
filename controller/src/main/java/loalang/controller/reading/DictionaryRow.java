// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.text.Normalizer;

/**
 * One row of the commune's dictionary, as the columns of its table. Stripped and in Unicode NFC.
 *
 * @param written as it stands in letters; without capitals it is found in any case
 * @param spoken small letters without digits or signs
 * @param when the neighbours it needs, any one of them, parted by commas; empty if it always holds
 * @param source where it was explained or seen, or a note; may be empty
 */
public record DictionaryRow(String written, String spoken, String when, String source) {
  private static final String TAB = "\t";

  public DictionaryRow {
    written = even(written);
    spoken = even(spoken);
    when = even(when);
    source = even(source);
  }

  /**
   * What tells one row from another: a form may be said in several ways beside other neighbours.
   *
   * @param written as in the row
   * @param when as in the row
   */
  public record Key(String written, String when) {
    public Key {
      written = even(written);
      when = even(when);
    }
  }

  /** What tells this row from others. */
  public Key key() {
    return new Key(written, when);
  }

  /** The row as a line of a table. */
  String line() {
    return String.join(TAB, written, spoken, when, source);
  }

  private static String even(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
