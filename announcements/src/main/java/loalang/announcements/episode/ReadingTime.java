// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.episode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.script.SpokenWord;

/**
 * How long a script takes to say at ordinary tempo, estimated before anything is synthesised: 3.5
 * syllables a second (a calm announcer says 200 to 220 a minute) and the silences as written.
 */
public final class ReadingTime {
  private static final int SYLLABLES_IN_TWO_SECONDS = 7;
  private static final Duration COMMA = Duration.ofMillis(200);

  private ReadingTime() {}

  /** The estimate for sentences said one after another; zero for none. */
  public static Duration of(List<ScriptSentence> sentences) {
    Duration total = Duration.ZERO;
    for (ScriptSentence sentence : sentences) {
      total = total.plus(of(sentence));
    }
    return total;
  }

  /** The estimate for one sentence and the silence after it. */
  public static Duration of(ScriptSentence sentence) {
    long commas = sentence.spoken().chars().filter(letter -> letter == ',').count();
    return Duration.ofMillis(sentence.words().size() * 2000L / SYLLABLES_IN_TWO_SECONDS)
        .plus(COMMA.multipliedBy(commas))
        .plus(sentence.pauseAfter().length());
  }

  /**
   * A warning at the sentence in which a slot ends, if the script is longer than the slot.
   *
   * @param written the text the script was read from
   * @param slot the time there is; not negative
   */
  public static Optional<ReadingWarning> overrun(Script script, String written, Duration slot) {
    Duration total = Duration.ZERO;
    for (ScriptSentence sentence : script.sentences()) {
      total = total.plus(of(sentence));
      if (total.minus(sentence.pauseAfter().length()).compareTo(slot) > 0) {
        SourceSpan span = span(sentence);
        String there = written.substring(span.start(), span.end());
        return Optional.of(
            new ReadingWarning(
                ReadingWarning.Kind.LONGER_THAN_SLOT, span, there, sentence.spoken()));
      }
    }
    return Optional.empty();
  }

  private static SourceSpan span(ScriptSentence sentence) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (SpokenWord word : sentence.words()) {
      start = Math.min(start, word.source().start());
      end = Math.max(end, word.source().end());
    }
    return new SourceSpan(start, end);
  }

  /** Whether the sentences fit a slot of this length. */
  public static boolean fits(List<ScriptSentence> sentences, Duration slot) {
    return of(sentences).compareTo(slot) <= 0;
  }
}
