// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import loalang.announcements.script.ReadingWarning;

/** Everything the dictionary knows: abbreviations, loans, names. */
final class AbbreviationRoom implements Room {
  private final Dictionary dictionary;

  AbbreviationRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    Dictionary.Found found = dictionary.find(line, at);
    if (found == null || isShoutedWord(line, at, found)) {
      return 0;
    }
    speech.say(withoutRepeat(found.entry().spoken(), line, at), at, found.end());
    if (found.entry().isMisspelling()) {
      speech.doubt(
          ReadingWarning.Kind.SUSPICIOUS_SPELLING, at, found.end(), found.entry().spoken());
    }
    return found.end() - at;
  }

  private static String withoutRepeat(String spoken, Line line, int at) {
    int space = spoken.indexOf(' ');
    boolean again =
        space > 0
            && Contexts.ONCE.has(line.word(at - 1))
            && spoken.substring(0, space).equals(line.word(at - 1));
    return again ? spoken.substring(space + 1) : spoken;
  }

  /** In a line of capitals "CA" may be the word ca; a form that is a syllable then stays one. */
  private static boolean isShoutedWord(Line line, int at, Dictionary.Found found) {
    return line.isMostlyUpper()
        && found.end() == at + 1
        && line.get(at).isUpper()
        && line.get(at).text().length() > 1
        && found.entry().when().isEmpty()
        && !found.entry().written().equals(line.get(at).lower())
        && Syllables.isSyllable(line.word(at));
  }
}
