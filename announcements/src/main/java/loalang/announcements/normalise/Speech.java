// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import loalang.announcements.script.Pause;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.script.SpokenWord;
import org.jspecify.annotations.Nullable;

/** What has been said of one line so far: sentences, pauses, doubts. One thread, one line. */
final class Speech {
  private static final int BREATH = 60;
  private static final int NOWHERE = -1;
  // No engine says more at once, and nobody wrote more on purpose.
  private static final int MOST_WORDS = 400;

  private final Line line;
  private final Dialect dialect;
  private final Map<String, String> introduced;
  private final List<ScriptSentence> sentences = new ArrayList<>();
  private final List<ReadingWarning> doubts = new ArrayList<>();
  private final StringBuilder spoken = new StringBuilder();
  private List<SpokenWord> words = new ArrayList<>();
  private boolean pausing;
  private int perUnitAt = NOWHERE;
  private int figureAt = NOWHERE;
  private int paperEnd = NOWHERE;
  private @Nullable String paperKind;

  Speech(Line line, Dialect dialect, Map<String, String> introduced) {
    this.line = line;
    this.dialect = dialect;
    this.introduced = introduced;
  }

  /** Says words for the tokens from (inclusive) to (exclusive). */
  void say(String phrase, int from, int to) {
    say(phrase, line.span(from, to), false);
  }

  /** As {@link #say}, for words of our own that the dialect may change. A comma is a pause. */
  void figure(String phrase, int from, int to) {
    say(phrase, line.span(from, to), true);
  }

  private void say(String phrase, SourceSpan source, boolean ours) {
    int start = 0;
    while (start < phrase.length()) {
      int end = phrase.indexOf(' ', start);
      end = end < 0 ? phrase.length() : end;
      boolean comma = end > start && phrase.charAt(end - 1) == ',';
      String word = lettersOf(phrase.substring(start, comma ? end - 1 : end));
      if (!word.isEmpty()) {
        append(ours ? dialect.word(word) : word, source);
      }
      if (comma) {
        pause();
      }
      start = end + 1;
    }
    figureAt = NOWHERE;
  }

  private void append(String word, SourceSpan source) {
    if (words.size() >= MOST_WORDS) {
      endSentence('.', Pause.LIST_ITEM);
    }
    if (!words.isEmpty()) {
      spoken.append(pausing ? ", " : " ");
    }
    pausing = false;
    spoken.append(word);
    words.add(new SpokenWord(word, source));
  }

  private static String lettersOf(String word) {
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (!Character.isLetter(letter) || Character.isUpperCase(letter)) {
        return filtered(word);
      }
    }
    return word;
  }

  private static String filtered(String word) {
    StringBuilder letters = new StringBuilder();
    Letters.lower(word).codePoints().filter(Letters::isLetter).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** A short pause before whatever comes next, if anything does in this sentence. */
  void pause() {
    pausing = true;
    figureAt = NOWHERE;
  }

  /** Marks that the slash at this token was said as "for one". */
  void markPerUnit(int at) {
    perUnitAt = at;
  }

  boolean isPerUnit(int at) {
    return perUnitAt == at && at >= 0;
  }

  /** Marks that what was said last is a quantity that a dash may lead on from. */
  void markFigure(int at) {
    figureAt = at;
  }

  /** The token at which the quantity just said began; -1 if something else was said last. */
  int figureAt() {
    return figureAt;
  }

  /** Marks that a paper of this kind (null: of none) was named up to this token. */
  void markPaper(int end, @Nullable String kind) {
    paperEnd = end;
    paperKind = kind;
  }

  /** Whether a paper of the same kind stands just before: "Thông tư 111/… và 92/…". */
  boolean isPaperBefore(int at, @Nullable String kind) {
    return paperEnd == at - 1 && paperKind != null && paperKind.equals(kind);
  }

  /** Remembers a short form the author himself explained. */
  void introduce(String shortForm, String phrase) {
    introduced.putIfAbsent(shortForm, phrase);
  }

  /** What the author said a short form stands for; empty if he did not. */
  String introduced(String shortForm) {
    return introduced.getOrDefault(shortForm, "");
  }

  /** Whether the last words of this sentence are these. */
  boolean endsWith(String phrase) {
    int from = spoken.length() - phrase.length();
    boolean border = from == 0 || (from > 0 && spoken.charAt(from - 1) == ' ');
    return border && spoken.indexOf(phrase, from) == from;
  }

  boolean isSilent() {
    return words.isEmpty();
  }

  void endSentence(char mark, Pause pause) {
    if (!words.isEmpty()) {
      warnIfLong();
      sentences.add(new ScriptSentence(spoken.toString() + mark, words, pause));
      spoken.setLength(0);
      words = new ArrayList<>();
    }
    pausing = false;
  }

  /** Ends the last sentence of the line, whose silence is the line's own. */
  void endLine(Pause pause) {
    endSentence('.', pause);
    int last = sentences.size() - 1;
    if (last >= 0) {
      ScriptSentence sentence = sentences.get(last);
      sentences.set(last, new ScriptSentence(sentence.spoken(), sentence.words(), pause));
    }
  }

  private void warnIfLong() {
    if (words.size() > BREATH) {
      SourceSpan first = words.get(0).source();
      SourceSpan last = words.get(words.size() - 1).source();
      SourceSpan whole = new SourceSpan(first.start(), Math.max(first.end(), last.end()));
      String written = line.written(whole);
      doubts.add(
          new ReadingWarning(ReadingWarning.Kind.LONG_SENTENCE, whole, written, spoken.toString()));
    }
  }

  void doubt(ReadingWarning.Kind kind, int from, int to, String said) {
    SourceSpan source = line.span(from, to);
    doubts.add(new ReadingWarning(kind, source, line.written(source), said));
  }

  List<ScriptSentence> sentences() {
    return sentences;
  }

  List<ReadingWarning> doubts() {
    return doubts;
  }
}
