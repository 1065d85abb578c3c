// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Initials with full stops: anh H.V.T., Nguyễn Thị H. (6 tuổi). Letters by name, no end. */
final class InitialsRoom implements Room {
  private static final int MOST_TOKENS = 16;

  private final Dictionary dictionary;

  InitialsRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    if (!isInitial(line, at)) {
      return 0;
    }
    int end = at + 2;
    while (end - at < MOST_TOKENS && line.isGlued(end) && isInitial(line, end)) {
      end += 2;
    }
    if (line.isGlued(end) && isLetter(line, end)) {
      end++;
    }
    boolean chain = end > at + 2;
    boolean person = line.isName(at - 1) && !line.get(at - 1).isUpper() && !line.isName(end);
    Dictionary.Found known = dictionary.find(line, at);
    boolean longer = known != null && known.end() > at + 2;
    boolean address = line.isGlued(end) && line.isWord(end);
    if (longer || address || !(chain || (person && line.has(end)))) {
      return 0;
    }
    for (int i = at; i < end; i++) {
      if (line.isWord(i)) {
        speech.say(Letters.spelled(line.get(i).text()), i, i + 1);
      }
    }
    speech.pause();
    return end - at;
  }

  private static boolean isInitial(Line line, int at) {
    return isLetter(line, at) && line.isGluedMark(at + 1, '.');
  }

  private static boolean isLetter(Line line, int at) {
    return line.isWord(at) && line.get(at).isUpper() && line.get(at).text().length() == 1;
  }
}
