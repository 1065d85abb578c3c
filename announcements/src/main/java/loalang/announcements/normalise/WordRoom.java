// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import loalang.announcements.script.ReadingWarning;

/** A plain word; a run of capitals that is none is spelled and reported. */
final class WordRoom implements Room {
  private static final int LONGEST_SPELLED = 16;

  private final Dictionary dictionary;
  private final Compounds compounds;

  WordRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.compounds = new Compounds(dictionary);
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    Token token = line.get(at);
    String introduced = speech.introduced(token.text());
    if (TimesRoom.isTimes(line, at)) {
      speech.say("nhân", at, at + 1);
    } else if (!introduced.isEmpty()) {
      speech.say(introduced, at, at + 1);
    } else if (isAbbreviation(line, at)) {
      sayAbbreviation(token.text(), at, speech);
    } else {
      boolean code = line.isGlued(at + 1) && line.isNumber(at + 1);
      String known = code ? dictionary.certainReading(token.text()) : null;
      String word = said(token);
      speech.say(known == null ? word : known, at, at + 1);
      if (known != null) {
        return 1;
      }
      doubtOddWords(at, word, speech);
    }
    return 1;
  }

  private void sayAbbreviation(String written, int at, Speech speech) {
    String joined = compounds.reading(written);
    String said = joined == null ? Letters.spelled(written) : joined;
    speech.say(said, at, at + 1);
    boolean several = joined == null && dictionary.anyReading(written) != null;
    speech.doubt(
        several
            ? ReadingWarning.Kind.AMBIGUOUS_ABBREVIATION
            : ReadingWarning.Kind.UNKNOWN_ABBREVIATION,
        at,
        at + 1,
        said);
  }

  /** A letter alone is said by its name ("Nguyễn Văn B") unless it is a word by itself: y tế. */
  static String said(Token token) {
    boolean letter = token.text().length() == 1 && !Syllables.isSyllable(token.lower());
    return letter ? Letters.spelled(token.text()) : Syllables.withModernTone(token.lower());
  }

  private static boolean isAbbreviation(Line line, int at) {
    Token token = line.get(at);
    int length = token.text().length();
    if (length < 2 || length > LONGEST_SPELLED || !isMostlyCapitals(token)) {
      return false;
    }
    if (Syllables.hasTone(token.lower())) {
      return false;
    }
    if (!Syllables.isSyllable(token.lower())) {
      return true;
    }
    return length == 2 && token.lower().charAt(1) < 0x80 && !isShouted(line, at);
  }

  /** "QLRPH", "GĐ-CTr": capitals, or capitals with a small letter or two. */
  private static boolean isMostlyCapitals(Token token) {
    int length = token.text().length();
    return token.isUpper() || (token.capitals() >= 2 && token.capitals() * 2 >= length);
  }

  private static boolean isShouted(Line line, int at) {
    return line.isMostlyUpper()
        || (line.has(at - 1) && line.get(at - 1).isUpper())
        || (line.has(at + 1) && line.get(at + 1).isUpper());
  }

  private static void doubtOddWords(int at, String word, Speech speech) {
    if (word.length() < 2 || Syllables.isSyllable(word)) {
      return;
    }
    boolean latin = word.codePoints().allMatch(WordRoom::isLatin);
    ReadingWarning.Kind kind =
        latin ? ReadingWarning.Kind.SUSPICIOUS_SPELLING : ReadingWarning.Kind.MIXED_SCRIPT;
    speech.doubt(kind, at, at + 1, word);
  }

  private static boolean isLatin(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
  }
}
