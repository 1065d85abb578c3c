// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import loalang.announcements.SpokenTimes;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.script.SpokenWord;
import loalang.controller.studio.KeptFix;
import loalang.controller.studio.ScriptDesk;

/** Lays what is written beside what is said, sentence by sentence. Pure, confined to one call. */
final class ReadingLines {
  private final String body;
  private final List<ScriptSentence> sentences;
  private final List<SourceSpan> doubts;
  private final List<SourceSpan> fixes;
  private final List<SpokenTimes.Sentence> times;
  private int nextTime;
  private int laidDown; // up to where the written text stands in a line

  private ReadingLines(ScriptDesk.Shown shown, SpokenTimes times) {
    this.body = shown.body();
    this.sentences = shown.reading().script().sentences();
    this.doubts =
        shown.reading().script().warnings().stream()
            .filter(warning -> warning.kind() != ReadingWarning.Kind.LONG_SENTENCE)
            .map(ReadingWarning::source)
            .toList();
    this.fixes = shown.fixes().stream().map(KeptFix::fix).map(fix -> fix.place()).toList();
    this.times = times.sentences();
  }

  /** Every sentence; {@code times} of a recording that may say something else. */
  static List<ReadingLine> of(ScriptDesk.Shown shown, SpokenTimes times) {
    return new ReadingLines(shown, times).lines();
  }

  private List<ReadingLine> lines() {
    List<ReadingLine> lines = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      List<Piece> pieces = pieces(sentences.get(i));
      int end = i + 1 < sentences.size() ? borderBefore(sentences.get(i + 1)) : body.length();
      lines.add(new ReadingLine(cuts(pieces, Math.max(laidDown, end)), pieces));
    }
    return lines;
  }

  /** A line break before the next sentence parts them; else its own marks stay with the first. */
  private int borderBefore(ScriptSentence next) {
    int first =
        next.words().stream().mapToInt(word -> word.source().start()).min().orElse(laidDown);
    if (first <= laidDown) {
      return laidDown;
    }
    int line = body.lastIndexOf('\n', first - 1) + 1;
    return line > laidDown ? line : first;
  }

  private List<ReadingLine.Cut> cuts(List<Piece> pieces, int end) {
    List<ReadingLine.Cut> cuts = new ArrayList<>();
    List<Piece> inOrder = new ArrayList<>(pieces);
    inOrder.sort(Comparator.comparingInt(Piece::start));
    for (Piece piece : inOrder) {
      if (piece.start() >= laidDown && piece.end() <= end) { // else it points back: a table's head
        cut(cuts, piece.start(), Optional.empty());
        cut(cuts, piece.end(), Optional.of(piece));
      }
    }
    cut(cuts, end, Optional.empty());
    return cuts;
  }

  private void cut(List<ReadingLine.Cut> cuts, int until, Optional<Piece> piece) {
    if (until > laidDown) {
      cuts.add(new ReadingLine.Cut(body.substring(laidDown, until), piece));
      laidDown = until;
    }
  }

  private List<Piece> pieces(ScriptSentence sentence) {
    List<SpokenWord> words = sentence.words();
    String[] said = sentence.spoken().split(" ", -1);
    Optional<SpokenTimes.Sentence> time = timeOf(sentence);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int first = at;
      int start = words.get(at).source().start();
      int end = words.get(at).source().end();
      StringBuilder spoken = new StringBuilder();
      while (at < words.size() && (at == first || touches(words.get(at).source(), start, end))) {
        String word = said.length == words.size() ? said[at] : words.get(at).text();
        spoken.append(spoken.isEmpty() ? "" : " ").append(word);
        start = Math.min(start, words.get(at).source().start());
        end = Math.max(end, words.get(at).source().end());
        at++;
      }
      pieces.add(piece(new SourceSpan(start, end), spoken.toString(), startOf(time, first)));
    }
    return pieces;
  }

  private Piece piece(SourceSpan span, String spoken, OptionalLong atMillis) {
    String written = body.substring(span.start(), span.end());
    return new Piece(
        span.start(), span.end(), written, spoken, mark(span, written, spoken), atMillis);
  }

  private Piece.Mark mark(SourceSpan span, String written, String spoken) {
    if (isAmong(fixes, span)) {
      return Piece.Mark.FIXED;
    }
    if (isAmong(doubts, span)) {
      return Piece.Mark.DOUBTFUL;
    }
    return bare(written).equals(bare(spoken)) ? Piece.Mark.SAME : Piece.Mark.CHANGED;
  }

  /** The recording says its sentences in order; those that it does not say have no time. */
  private Optional<SpokenTimes.Sentence> timeOf(ScriptSentence sentence) {
    for (int i = nextTime; i < times.size(); i++) {
      SpokenTimes.Sentence time = times.get(i);
      if (time.spoken().equals(sentence.spoken())
          && time.estimatedWords().size() == sentence.words().size()) {
        nextTime = i + 1;
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }

  private static OptionalLong startOf(Optional<SpokenTimes.Sentence> time, int word) {
    return time.isPresent()
        ? OptionalLong.of(time.get().estimatedWords().get(word).start().toMillis())
        : OptionalLong.empty();
  }

  private static boolean isAmong(List<SourceSpan> places, SourceSpan span) {
    return places.stream().anyMatch(place -> meets(place, span.start(), span.end()));
  }

  private static boolean meets(SourceSpan span, int start, int end) {
    return span.start() < end && start < span.end();
  }

  /** Whether no blank is between them: the figures of 7h30 are one piece. */
  private static boolean touches(SourceSpan span, int start, int end) {
    return span.start() <= end && start <= span.end();
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }
}
