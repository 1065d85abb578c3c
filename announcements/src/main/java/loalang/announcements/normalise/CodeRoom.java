// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

/** Letters and digits in one word: 9A1, 4G, H5N1, QL1A, 115A of a house. */
final class CodeRoom implements Room {
  private static final int LONGEST_READ_AS_NUMBER = 2;
  private static final int LONGEST_SPELLED_SMALL = 2;
  private static final int MOST_TOKENS = 32;

  private final Dictionary dictionary;

  CodeRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    int end = endOfCode(line, at);
    if (end < at + 2 || (line.isWord(at) && !isCode(line, at))) {
      return 0;
    }
    for (int i = at; i < end; i++) {
      sayPart(line, i, speech);
    }
    boolean dotted = line.isNumber(end - 1) && line.isGluedMark(end, '.') && line.isGlued(end + 1);
    if (dotted && line.digits(end + 1).length() == 1) {
      speech.figure("chấm " + Numerals.oneByOne(line.digits(end + 1)), end, end + 2);
      end += 2;
    }
    return end - at;
  }

  private static int endOfCode(Line line, int at) {
    int end = at + 1;
    while (end - at < MOST_TOKENS && line.isGlued(end) && !isMark(line, end)) {
      end++;
    }
    return end;
  }

  private static boolean isMark(Line line, int at) {
    return line.get(at).kind() == Token.Kind.MARK;
  }

  private static boolean isCode(Line line, int at) {
    return line.get(at).isUpper() || line.get(at).text().length() == 1;
  }

  private void sayPart(Line line, int at, Speech speech) {
    if (line.isNumber(at)) {
      String digits = line.digits(at);
      boolean house = digits.length() == 3 && Contexts.HOUSE.endsBefore(line, at);
      boolean counted = digits.length() <= LONGEST_READ_AS_NUMBER || house;
      speech.figure(counted ? Numerals.named(digits) : Numerals.oneByOne(digits), at, at + 1);
      return;
    }
    Dictionary.Found known = dictionary.find(line, at);
    Token token = line.get(at);
    String reading = token.text().length() > 2 ? dictionary.anyReading(token.text()) : null;
    if (known != null && known.end() == at + 1) {
      speech.say(known.entry().spoken(), at, at + 1);
    } else if (reading != null) {
      speech.say(reading, at, at + 1);
    } else if (token.isUpper() || token.text().length() <= LONGEST_SPELLED_SMALL) {
      speech.say(Letters.spelled(token.text()), at, at + 1);
    } else {
      speech.say(Syllables.withModernTone(token.lower()), at, at + 1);
    }
  }
}
