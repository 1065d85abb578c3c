// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.util.ArrayList;
import java.util.List;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.script.SpokenWord;

/**
 * A sentence taken apart into words with the marks behind them, so that some can be said otherwise
 * and it can be put together again. Confined to one reading.
 */
final class SentenceWords {
  private final ScriptSentence sentence;
  private final List<Marked> words = new ArrayList<>();

  /** A word and the mark glued to its end: a comma, a full stop, or nothing. */
  private record Marked(SpokenWord word, String mark) {}

  SentenceWords(ScriptSentence sentence) {
    this.sentence = sentence;
    String[] said = sentence.spoken().split(" ", -1);
    boolean isAligned = said.length == sentence.words().size();
    for (int i = 0; i < sentence.words().size(); i++) {
      SpokenWord word = sentence.words().get(i);
      boolean known = isAligned && said[i].startsWith(word.text());
      words.add(new Marked(word, known ? said[i].substring(word.text().length()) : ""));
    }
  }

  /** Whether a word comes from this place. */
  boolean has(FixedReading fix) {
    return words.stream().anyMatch(marked -> fix.overlaps(marked.word().source()));
  }

  /** Takes out every word of a place. */
  void remove(FixedReading fix) {
    words.removeIf(marked -> fix.overlaps(marked.word().source()));
  }

  /** Says a place otherwise, where its first word was said. */
  void replace(FixedReading fix) {
    int first = 0;
    while (!fix.overlaps(words.get(first).word().source())) {
      first++;
    }
    String mark = lastMark(fix);
    remove(fix);
    words.addAll(first, said(fix, mark));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  ScriptSentence sentence() {
    StringBuilder spoken = new StringBuilder();
    for (Marked marked : words) {
      spoken.append(spoken.isEmpty() ? "" : " ").append(marked.word().text()).append(marked.mark());
    }
    String end = endMark();
    if (!end.isEmpty() && !spoken.toString().endsWith(end)) {
      spoken.append(end);
    }
    return new ScriptSentence(
        spoken.toString(), words.stream().map(Marked::word).toList(), sentence.pauseAfter());
  }

  private String endMark() {
    String spoken = sentence.spoken();
    char last = spoken.isEmpty() ? ' ' : spoken.charAt(spoken.length() - 1);
    return last == '.' || last == '?' || last == '!' ? String.valueOf(last) : "";
  }

  private String lastMark(FixedReading fix) {
    String mark = "";
    for (Marked marked : words) {
      mark = fix.overlaps(marked.word().source()) ? marked.mark() : mark;
    }
    return mark;
  }

  private static List<Marked> said(FixedReading fix, String mark) {
    List<Marked> said = new ArrayList<>();
    String[] tokens = fix.spoken().split(" ", -1);
    SourceSpan place = fix.place();
    for (int i = 0; i < tokens.length; i++) {
      boolean pauses = tokens[i].endsWith(",");
      String text = pauses ? tokens[i].substring(0, tokens[i].length() - 1) : tokens[i];
      String behind = i + 1 == tokens.length ? mark : pauses ? "," : "";
      said.add(new Marked(new SpokenWord(text, place), behind));
    }
    return said;
  }
}
