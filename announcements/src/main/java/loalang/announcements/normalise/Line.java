// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.ArrayList;
import java.util.List;
import loalang.announcements.script.SourceSpan;

/** The tokens of one stretch of text, with questions the rooms ask about neighbours. */
final class Line {
  private final FoldedText text;
  private final List<Token> tokens;
  private final boolean mostlyUpper;

  private Line(FoldedText text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.mostlyUpper = isMostlyUpper(tokens);
  }

  static Line of(String written) {
    FoldedText text = FoldedText.of(written);
    String folded = text.text();
    return of(text, folded, 0, folded.length());
  }

  static Line of(FoldedText text, String folded, int from, int to) {
    List<Token> tokens = new ArrayList<>();
    boolean gap = false;
    int at = from;
    while (at < to) {
      int point = folded.codePointAt(at);
      if (point == ' ' || point == '\n') {
        gap = true;
        at++;
      } else {
        int end = endOfToken(folded, at, to);
        tokens.add(token(folded, at, end, gap));
        gap = false;
        at = end;
      }
    }
    return new Line(text, tokens);
  }

  private static int endOfToken(String folded, int at, int to) {
    Token.Kind kind = kindOf(folded.codePointAt(at));
    int end = at + Character.charCount(folded.codePointAt(at));
    while (kind != Token.Kind.MARK && end < to && kindOf(folded.codePointAt(end)) == kind) {
      end += Character.charCount(folded.codePointAt(end));
    }
    return end;
  }

  private static Token.Kind kindOf(int point) {
    if (point >= '0' && point <= '9') {
      return Token.Kind.NUMBER;
    }
    return Letters.isLetter(point) ? Token.Kind.WORD : Token.Kind.MARK;
  }

  private static Token token(String folded, int from, int to, boolean gap) {
    String text = folded.substring(from, to);
    Token.Kind kind = kindOf(folded.codePointAt(from));
    if (kind != Token.Kind.WORD) {
      return new Token(kind, text, text, gap, from, to, 0);
    }
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return new Token(kind, text, Letters.lower(text), gap, from, to, capitals);
  }

  private static boolean isMostlyUpper(List<Token> tokens) {
    int words = 0;
    int upper = 0;
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.WORD) {
        words++;
        upper += token.isUpper() ? 1 : 0;
      }
    }
    return words > 1 && upper * 10 >= words * 7;
  }

  int size() {
    return tokens.size();
  }

  /** Whether most words are in capitals, so that capitals mean nothing. */
  boolean isMostlyUpper() {
    return mostlyUpper;
  }

  Token get(int at) {
    return tokens.get(at);
  }

  boolean has(int at) {
    return at >= 0 && at < tokens.size();
  }

  boolean isWord(int at) {
    return has(at) && get(at).kind() == Token.Kind.WORD;
  }

  boolean isNumber(int at) {
    return has(at) && get(at).kind() == Token.Kind.NUMBER;
  }

  boolean isMark(int at, char mark) {
    return has(at) && get(at).kind() == Token.Kind.MARK && get(at).text().charAt(0) == mark;
  }

  /** Whether the token follows the one before it without a space. */
  boolean isGlued(int at) {
    return at > 0 && has(at) && !get(at).gap();
  }

  boolean isGluedMark(int at, char mark) {
    return isGlued(at) && isMark(at, mark);
  }

  /** In lower case; empty outside the line, and for marks, so that it never equals a word. */
  String word(int at) {
    return isWord(at) ? get(at).lower() : "";
  }

  /** Two words in lower case, joined with a space. */
  String twoWords(int first) {
    return word(first) + " " + word(first + 1);
  }

  /** The digits of a number token; empty elsewhere. */
  String digits(int at) {
    return isNumber(at) ? get(at).text() : "";
  }

  /** The value of a number token of at most nine digits; Integer.MAX_VALUE elsewhere. */
  int value(int at) {
    String digits = digits(at);
    return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  boolean isName(int at) {
    return isWord(at) && get(at).isCapitalised();
  }

  SourceSpan span(int from, int to) {
    return text.span(get(from).start(), get(to - 1).end());
  }

  String written(SourceSpan span) {
    return text.written(span);
  }
}
