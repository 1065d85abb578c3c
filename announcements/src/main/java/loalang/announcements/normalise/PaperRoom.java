// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import loalang.announcements.script.ReadingWarning;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of papers: 06/QĐ-TTg, 59/2022/NĐ-CP, 52-NQ/TW, 1978/SGDĐT-CTTTCNTX (decree 30/2020/NĐ-CP,
 * annex I, explains their parts). Stands before dates and slashes.
 */
final class PaperRoom implements Room {
  private static final int FIRST_YEAR = 1945;
  private static final int LAST_YEAR = 2099;
  private static final int LONGEST_DATE = 12;
  private static final int LONGEST_LIST = 16;

  private final Dictionary dictionary;
  private final Compounds compounds;

  PaperRoom(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.compounds = new Compounds(dictionary);
  }

  @Override
  public int read(Line line, int at, Speech speech) {
    if (!line.isNumber(at) || (line.isGluedMark(at - 1, '/') && line.isGlued(at))) {
      return 0;
    }
    boolean hasYear = line.isGluedMark(at + 1, '/') && line.isGlued(at + 2) && isYear(line, at + 2);
    int afterNumber = at + (hasYear ? 3 : 1);
    Codes codes = Codes.at(line, afterNumber);
    boolean named = isNamed(line, at) || isListed(line, at);
    if (isForm(line, at) && isCodeBehind(line, afterNumber)) {
      return readForm(line, at, afterNumber, speech);
    }
    if (codes == null || (!named && !codes.isSure(line, afterNumber))) {
      return hasYear && named ? readBare(line, at, speech) : 0;
    }
    return readWhole(line, at, new Parts(hasYear, codes), speech);
  }

  private record Parts(boolean hasYear, Codes codes) {}

  private static int readBare(Line line, int at, Speech speech) {
    speech.figure(Numerals.named(line.digits(at)), at, at + 1);
    speech.figure("năm " + Numerals.cardinal(line.digits(at + 2)), at + 1, at + 3);
    return 3;
  }

  private int readWhole(Line line, int at, Parts parts, Speech speech) {
    Codes codes = parts.codes();
    String kind = PaperCodes.kind(codes.first());
    boolean said = isNamed(line, at) || isListed(line, at) || speech.isPaperBefore(at, kind);
    if (kind != null && !said) {
      speech.say(kind + " số", at, at + 1);
    }
    speech.figure(Numerals.named(line.digits(at)), at, at + 1);
    if (parts.hasYear()) {
      speech.figure("năm " + Numerals.cardinal(line.digits(at + 2)), at + 1, at + 3);
    }
    if (!bodyFollows(line, codes.end())) {
      sayBody(codes, at + (parts.hasYear() ? 3 : 1), speech);
    }
    speech.markPaper(codes.end(), kind);
    return codes.end() - at;
  }

  /** "mẫu số 01-ĐK": a form has no author, its code is only spelled. */
  private static boolean isForm(Line line, int at) {
    return Contexts.FORM.endsBefore(line, "số".equals(line.word(at - 1)) ? at - 1 : at);
  }

  private static boolean isCodeBehind(Line line, int at) {
    boolean mark = line.isGluedMark(at, '/') || line.isGluedMark(at, '-');
    return mark && line.isGlued(at + 1) && line.isWord(at + 1) && line.get(at + 1).isUpper();
  }

  private static int readForm(Line line, int at, int afterNumber, Speech speech) {
    speech.figure(Numerals.named(line.digits(at)), at, at + 1);
    if (afterNumber > at + 1) {
      speech.figure("năm " + Numerals.cardinal(line.digits(at + 2)), at + 1, at + 3);
    }
    int end = afterNumber;
    while (end - at < LONGEST_LIST
        && line.isGlued(end)
        && (isCodeBehind(line, end) || !isMark(line, end))) {
      if (line.isWord(end)) {
        speech.say(Letters.spelled(line.get(end).text()), end, end + 1);
      } else if (line.isNumber(end)) {
        speech.figure(Numerals.named(line.digits(end)), end, end + 1);
      }
      end++;
    }
    return end - at;
  }

  private static boolean isMark(Line line, int at) {
    return line.get(at).kind() == Token.Kind.MARK;
  }

  private void sayBody(Codes codes, int from, Speech speech) {
    boolean joint = "TTLT".equals(codes.first()) || "NQLT".equals(codes.first());
    String code = PaperCodes.kind(codes.first()) == null ? codes.first() : codes.second();
    if (code.isEmpty()) {
      return;
    }
    String body = bodyOf(code);
    if (body == null) {
      String joined = compounds.reading(code);
      String said = joined == null ? Letters.spelled(code) : joined;
      speech.say("của " + said, from, codes.end());
      speech.doubt(ReadingWarning.Kind.UNKNOWN_ABBREVIATION, from + 1, codes.end(), said);
      return;
    }
    String other = joint ? bodyOf(codes.third()) : null;
    String bodies = other == null ? body : body + " và " + other;
    speech.figure("của " + bodies, from, codes.end());
  }

  private @Nullable String bodyOf(String code) {
    String body = PaperCodes.body(code);
    return body != null || code.isEmpty() ? body : dictionary.anyReading(code);
  }

  /** The last of "nghị định số 45, 46, 47/2025/NĐ-CP". */
  private static boolean isListed(Line line, int at) {
    int first = at;
    while (at - first < LONGEST_LIST
        && (line.isMark(first - 1, ',') || "và".equals(line.word(first - 1)))
        && line.isNumber(first - 2)) {
      first -= 2;
    }
    return first < at && isNamed(line, first);
  }

  /** Whether the words before say that a number of a paper comes. */
  private static boolean isNamed(Line line, int at) {
    int before = line.isMark(at - 1, ':') ? at - 2 : at - 1;
    return "số".equals(line.word(before)) || Contexts.PAPER.endsBefore(line, before + 1);
  }

  private static boolean isYear(Line line, int at) {
    return line.value(at) >= FIRST_YEAR && line.value(at) <= LAST_YEAR;
  }

  /** Whether the author says himself whose paper it is, straight away or after its date. */
  private static boolean bodyFollows(Line line, int after) {
    int at = after;
    if ("ngày".equals(line.word(at))) {
      int limit = at + LONGEST_DATE;
      at++;
      while (at < limit && isPartOfDate(line, at)) {
        at++;
      }
    }
    return "của".equals(line.word(at));
  }

  private static boolean isPartOfDate(Line line, int at) {
    String word = line.word(at);
    return line.isNumber(at)
        || line.isMark(at, '/')
        || line.isMark(at, '-')
        || line.isMark(at, '.')
        || "tháng".equals(word)
        || "năm".equals(word);
  }

  /**
   * The codes after the number.
   *
   * @param first a kind or a body
   * @param second empty if there is one code only
   * @param third empty if there are fewer
   */
  private record Codes(String first, String second, String third, int end) {

    static @Nullable Codes at(Line line, int at) {
      boolean slash = line.isMark(at, '/') || line.isMark(at, '-');
      if (!slash || !isCode(line, at + 1) || line.get(at + 1).gap()) {
        return null;
      }
      String[] codes = {"", "", ""};
      int count = 0;
      int next = at;
      while (isSeparator(line, next) && isCode(line, next + 1) && !line.get(next + 1).gap()) {
        int end = endOfCode(line, next + 1);
        if (count < codes.length) {
          codes[count] = text(line, next + 1, end);
        }
        count++;
        next = end;
      }
      boolean dash = line.isMark(at, '-');
      boolean kind = PaperCodes.kind(codes[0]) != null || PaperCodes.isKnown(codes[1]);
      return dash && !kind ? null : new Codes(codes[0], codes[1], codes[2], next);
    }

    /** Without a word before it, a code must look like nothing else. */
    boolean isSure(Line line, int at) {
      boolean odd = line.isMark(at, '-') || line.get(at).gap();
      boolean known = PaperCodes.isKnown(first) || !second.isEmpty();
      return odd ? PaperCodes.kind(first) != null : known;
    }

    private static boolean isSeparator(Line line, int at) {
      boolean mark = line.isMark(at, '/') || line.isMark(at, '-') || line.isMark(at, '.');
      return mark && (!line.get(at).gap() || line.isMark(at, '/'));
    }

    private static boolean isCode(Line line, int at) {
      if (!line.isWord(at)) {
        return false;
      }
      String text = line.get(at).text();
      boolean capitals = text.length() > 1 && Character.isUpperCase(text.charAt(1));
      return line.isName(at) && (capitals || PaperCodes.isKnown(text) || text.length() == 1);
    }

    private static int endOfCode(Line line, int at) {
      int end = at + 1;
      boolean joined = line.isGluedMark(end, '&') && line.isGlued(end + 1) && line.isName(end + 1);
      end += joined ? 2 : 0;
      return line.isGlued(end) && line.isNumber(end) ? end + 1 : end;
    }

    private static String text(Line line, int from, int to) {
      StringBuilder text = new StringBuilder();
      for (int i = from; i < to; i++) {
        text.append(line.isMark(i, '&') ? "" : line.get(i).text());
      }
      return text.toString();
    }
  }
}
