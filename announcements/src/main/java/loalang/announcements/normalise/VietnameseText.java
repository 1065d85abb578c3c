// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** How Vietnamese a text looks. Pure, any thread. */
public final class VietnameseText {
  private static final int ENOUGH = 20_000;

  private VietnameseText() {}

  /**
   * The share of words that can be Vietnamese syllables.
   *
   * @param text Unicode NFC; only its beginning is looked at
   * @return 0 to 1; 0 if it has no words
   */
  public static double syllableShare(String text) {
    Line line = Line.of(text.substring(0, Math.min(text.length(), ENOUGH)));
    int words = 0;
    int syllables = 0;
    for (int i = 0; i < line.size(); i++) {
      if (line.isWord(i)) {
        words++;
        syllables += Syllables.isSyllable(Syllables.withModernTone(line.word(i))) ? 1 : 0;
      }
    }
    return words == 0 ? 0 : (double) syllables / words;
  }
}
