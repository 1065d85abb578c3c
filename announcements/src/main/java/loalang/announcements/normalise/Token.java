// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/**
 * A run of letters, a run of digits, or one mark.
 *
 * @param kind which of the three
 * @param text as written
 * @param lower in lower case
 * @param gap whether white space stands before it
 * @param start first character in the folded text
 * @param end one past the last
 * @param capitals how many of its characters are capital letters
 */
record Token(Kind kind, String text, String lower, boolean gap, int start, int end, int capitals) {
  enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  boolean isUpper() {
    return capitals > 0 && capitals == text.length();
  }

  boolean isCapitalised() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }
}
