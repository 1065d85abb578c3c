// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.script;

/**
 * A stretch of the written text.
 *
 * @param start first character, 0 or more, in UTF-16 units of the text as given
 * @param end one past the last character, not before start
 * @throws IllegalArgumentException if the ends are out of order
 */
public record SourceSpan(int start, int end) {
  public SourceSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A span runs forward from 0 or more, was %d to %d.".formatted(start, end));
    }
  }
}
