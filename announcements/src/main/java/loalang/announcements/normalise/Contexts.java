// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.HashSet;
import java.util.Set;

/** Lists of neighbours that decide between two readings of one written form. */
final class Contexts {
  /** Before a/b: it is a day and a month. */
  static final Contexts BEFORE_DATE = new Contexts("before-date");

  /** After a/b: the clause goes on, so it may well be a day and a month. */
  static final Contexts AFTER_DATE = new Contexts("after-date");

  /** Before a/b: it counts members of a total. */
  static final Contexts BEFORE_RATIO = new Contexts("before-ratio");

  /** After a/b: members that are counted. */
  static final Contexts COUNTED = new Contexts("counted");

  /** After a/b: a whole of which it is a share. */
  static final Contexts SHARED = new Contexts("shared");

  /** Before a number: it is a name, so its leading zero is said. */
  static final Contexts NAME = new Contexts("name");

  /** Two words before a number: it is dialled. */
  static final Contexts CALL = new Contexts("call");

  /** Before a-b: said again before b. */
  static final Contexts REPEATED = new Contexts("repeated");

  /** Before a-b: a number of digits to be said one by one. */
  static final Contexts ACCOUNT = new Contexts("account");

  /** Before N or N/YYYY: the kind of paper it numbers. */
  static final Contexts PAPER = new Contexts("paper");

  /** After a slash: "for one of these". */
  static final Contexts PER = new Contexts("per");

  /** Before a Roman numeral of one letter. */
  static final Contexts ROMAN = new Contexts("roman");

  /** Before 350C: it is a temperature. */
  static final Contexts WEATHER = new Contexts("weather");

  /** Before 115A: a house, a room or a road, so the figures are a number. */
  static final Contexts HOUSE = new Contexts("house");

  /** Around a short number: it is that of a house, not of a telephone. */
  static final Contexts ADDRESS = new Contexts("address");

  /** Behind "ngày 2": how often or how much a day, so it is no date. */
  static final Contexts DAILY = new Contexts("daily");

  /** Words that the reading of the abbreviation behind them does not say again: đường ĐT 741. */
  static final Contexts ONCE = new Contexts("once");

  /** Before 01/TK: a form to fill in, whose code names no author. */
  static final Contexts FORM = new Contexts("form");

  /** Before 99-H7 1234: a number plate. */
  static final Contexts PLATE = new Contexts("plate");

  /** Before 113, 114, 115: who is called by that number. */
  static final Contexts RESCUE = new Contexts("rescue");

  /** Before 2/3: about so large a share. */
  static final Contexts ABOUT = new Contexts("about");

  /** Before "gửi 1414": a message is composed. */
  static final Contexts MESSAGE = new Contexts("message");

  private final Set<String> words = new HashSet<>();
  private final Set<String> firstOfTwo = new HashSet<>();

  Contexts(String key) {
    for (String[] row : Tables.rows("contexts.tsv")) {
      if (row[0].equals(key)) {
        words.add(row[1]);
        int space = row[1].indexOf(' ');
        if (space > 0) {
          firstOfTwo.add(row[1].substring(0, space));
        }
      }
    }
  }

  boolean has(String phrase) {
    return words.contains(phrase);
  }

  /** Whether the one or two words that end just before the token are listed. */
  boolean endsBefore(Line line, int at) {
    return line.isWord(at - 1) && (has(line.word(at - 1)) || hasTwo(line, at - 2));
  }

  /** Whether the one or two words that start at the token are listed. */
  boolean startsAt(Line line, int at) {
    return line.isWord(at) && (has(line.word(at)) || hasTwo(line, at));
  }

  private boolean hasTwo(Line line, int first) {
    return firstOfTwo.contains(line.word(first)) && has(line.twoWords(first));
  }
}
