// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes to a text that do not overlap, all told in places of the text as it was. Pure.
 *
 * @param before the text as it was
 * @param made what is changed, in any order
 */
record TextEdits(String before, List<TextEdits.Edit> made) {

  /** These characters give way to others. */
  record Edit(int from, int until, String fresh) {}

  TextEdits {
    made = List.copyOf(made);
  }

  TextEdits(String before) {
    this(before, List.of());
  }

  TextEdits with(int from, int until, String fresh) {
    List<Edit> more = new ArrayList<>(made);
    more.add(new Edit(from, until, fresh));
    return new TextEdits(before, more);
  }

  /** The text with every change. */
  String text() {
    StringBuilder text = new StringBuilder(before);
    made.stream()
        .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::until).reversed())
        .forEach(edit -> text.replace(edit.from(), edit.until(), edit.fresh()));
    return text.toString();
  }

  /** The first character of the line of this place. */
  int lineStart(int place) {
    return before.lastIndexOf('\n', place - 1) + 1;
  }

  /** The place of the line break that ends the line of this place, or the end of the text. */
  int lineEnd(int place) {
    int end = before.indexOf('\n', place);
    return end < 0 ? before.length() : end;
  }

  /** The first character of the next line, or the end of the text. */
  int nextLine(int place) {
    return Math.min(before.length(), lineEnd(place) + 1);
  }
}
