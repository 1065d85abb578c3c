// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.util.Optional;
import loalang.announcements.script.SourceSpan;

/**
 * Where a place of a text is after one stretch of the text was changed. Pure, any thread.
 *
 * @param same how many first characters are the same
 * @param sameAtEnd how many last characters are the same; none of them is among the first
 * @param longer by how much the text grew, in characters; below 0 if it shrank
 * @param length of the text before
 */
record MovedPlace(int same, int sameAtEnd, int longer, int length) {

  static MovedPlace between(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int same = 0;
    while (same < most && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int atEnd = 0;
    while (atEnd < most - same
        && before.charAt(before.length() - 1 - atEnd) == after.charAt(after.length() - 1 - atEnd)) {
      atEnd++;
    }
    return new MovedPlace(same, atEnd, after.length() - before.length(), before.length());
  }

  /** The place after the change; empty if the change touches it. */
  Optional<SourceSpan> of(SourceSpan place) {
    if (place.end() <= same) {
      return Optional.of(place);
    }
    return place.start() >= length - sameAtEnd
        ? Optional.of(new SourceSpan(place.start() + longer, place.end() + longer))
        : Optional.empty();
  }
}
