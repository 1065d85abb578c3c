// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.HashMap;
import java.util.Map;
import loalang.announcements.script.Pause;

/** Marks: the ends of sentences, pauses, dashes, slashes, and the few signs that are said. */
final class MarkRoom implements Room {
  private static final Map<String, String> SIGNS = signs();
  private static final String PAUSES = ",;:()[]{}|—→←⇒➔";
  private static final String ONLY_BEFORE_NUMBERS = "=<>+≥≤±×";

  @Override
  public int read(Line line, int at, Speech speech) {
    char mark = line.get(at).text().charAt(0);
    return switch (mark) {
      case '.' -> readDots(line, at, speech);
      case '?', '!' -> {
        speech.endSentence(mark == '?' ? '?' : '.', Pause.SENTENCE);
        yield 1;
      }
      case '-' -> readDash(line, at, speech);
      case '/' -> readSlash(line, at, speech);
      case '[' -> readNote(line, at, speech);
      default -> readSign(line, at, speech);
    };
  }

  private static int readDots(Line line, int at, Speech speech) {
    int end = at + 1;
    while (line.isMark(end, '.')) {
      end++;
    }
    if (line.isGlued(end) && !isMark(line, end) && end == at + 1) {
      boolean forgotSpace = line.isName(end) && line.isWord(at - 1) && !line.isName(at - 1);
      if (forgotSpace) {
        speech.endSentence('.', Pause.SENTENCE);
      }
      return 1;
    }
    boolean goesOn = end > at + 1 && ((line.isWord(end) && !line.isName(end)) || isMark(line, end));
    if (goesOn) {
      speech.pause();
    } else {
      speech.endSentence('.', Pause.SENTENCE);
    }
    return end - at;
  }

  private static boolean isMark(Line line, int at) {
    return line.has(at) && line.get(at).kind() == Token.Kind.MARK;
  }

  private static int readDash(Line line, int at, Speech speech) {
    int figure = speech.figureAt();
    if (isScore(line, figure)) {
      speech.pause();
    } else if (figure >= 0 && line.isMark(at + 1, '<') && line.isNumber(at + 2)) {
      speech.say("đến dưới", at, at + 2);
      return 2;
    } else if (figure >= 0 && line.isNumber(at + 1)) {
      String again = line.word(figure - 1);
      boolean repeats = Contexts.REPEATED.has(again);
      speech.say(repeats ? "đến " + again : "đến", at, at + 1);
    } else if (isRangeOfSameThings(line, at)) {
      speech.say("đến", at, at + 1);
    } else if (!line.isGlued(at) || !line.isGlued(at + 1)) {
      speech.pause();
    }
    return 1;
  }

  private static boolean isScore(Line line, int figure) {
    String before = line.twoWords(figure - 2);
    return before.equals("tỷ số") || before.equals("tỉ số");
  }

  /** "cấp 8 - cấp 9", "7 giờ - 9 giờ", "ngày 5/9 - ngày 7/9". */
  private static boolean isRangeOfSameThings(Line line, int at) {
    boolean wordFirst =
        line.isNumber(at - 1)
            && line.isWord(at + 1)
            && line.isNumber(at + 2)
            && (line.word(at + 1).equals(line.word(at - 2))
                || line.word(at + 1).equals(line.word(at - 4))
                || line.word(at + 1).equals(line.word(at - 6)));
    boolean numberFirst =
        line.isNumber(at - 2)
            && line.isNumber(at + 1)
            && line.isWord(at - 1)
            && (line.word(at - 1).equals(line.word(at + 2)) || line.word(at - 3).equals("từ"));
    return wordFirst || numberFirst;
  }

  private static int readSlash(Line line, int at, Speech speech) {
    boolean end = line.isMark(at - 1, '.') && line.isMark(at + 1, '.');
    if (end) {
      return 1;
    }
    if (line.isWord(at - 1) && line.isWord(at + 1) && isPer(line, at, speech)) {
      speech.markPerUnit(at);
      Units.Found unit = Contexts.PER.startsAt(line, at + 1) ? null : Units.find(line, at + 1);
      String joiner = isMoney(line, at) || unit == null ? "một" : "trên";
      speech.say(unit == null ? joiner : joiner + " " + unit.unit().spoken(), at, at + 1);
      return unit == null ? 1 : unit.end() - at;
    }
    if (speech.figureAt() >= 0 && line.isNumber(at + 1)) {
      speech.say("trên", at, at + 1);
      return 1;
    }
    speech.pause();
    return 1;
  }

  private static boolean isPer(Line line, int at, Speech speech) {
    boolean perThing = Contexts.PER.startsAt(line, at + 1) || Units.find(line, at + 1) != null;
    boolean chained =
        (line.isMark(at - 2, '/') && speech.isPerUnit(at - 2))
            || (line.isMark(at - 3, '/') && speech.isPerUnit(at - 3));
    return isMoney(line, at) || (perThing && (chained || isCounted(line, at)));
  }

  private static boolean isMoney(Line line, int at) {
    return line.word(at - 1).equals("đồng");
  }

  /** Whether a number stands at most three words before: "01 đại diện/hộ". */
  private static boolean isCounted(Line line, int at) {
    int before = at - 1;
    while (before > at - 4 && line.isWord(before)) {
      before--;
    }
    return line.isNumber(before);
  }

  private static int readNote(Line line, int at, Speech speech) {
    boolean note = !speech.isSilent() && line.digits(at + 1).length() <= 2 && line.isNumber(at + 1);
    if (note && line.isMark(at + 2, ']')) {
      return 3;
    }
    speech.pause();
    return 1;
  }

  private static int readSign(Line line, int at, Speech speech) {
    String sign = line.get(at).text();
    String spoken = SIGNS.getOrDefault(sign, "");
    boolean repeated = line.isGluedMark(at, sign.charAt(0)) && line.isMark(at - 1, sign.charAt(0));
    boolean needsNumber = ONLY_BEFORE_NUMBERS.contains(sign);
    if (!spoken.isEmpty() && !repeated && (!needsNumber || line.isNumber(at + 1))) {
      speech.say(spoken, at, at + 1);
    } else if (PAUSES.contains(sign) || needsNumber) {
      speech.pause();
    }
    return 1;
  }

  private static Map<String, String> signs() {
    Map<String, String> signs = new HashMap<>();
    for (String[] row : Tables.rows("signs.tsv")) {
      signs.put(row[0], row[1]);
    }
    return signs;
  }
}
