// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SpokenWord;

/**
 * What is said when in a recording. Sentences are exact to the sample; words are an estimate, each
 * given its share of the sentence by its letters.
 *
 * @param sentences in order, the station's own lines included
 */
public record SpokenTimes(List<Sentence> sentences) {
  /** A recording of which nothing is known. */
  public static final SpokenTimes UNKNOWN = new SpokenTimes(List.of());

  public SpokenTimes {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence.
   *
   * @param spoken its words
   * @param start of its sound, from the beginning of the recording
   * @param end of its sound; the pause is not part of it
   * @param estimatedWords its words with estimated starts
   */
  public record Sentence(
      String spoken, Duration start, Duration end, List<EstimatedWord> estimatedWords) {
    public Sentence {
      estimatedWords = List.copyOf(estimatedWords);
    }
  }

  /**
   * A word.
   *
   * @param text as spoken
   * @param start about when, from the beginning of the recording
   */
  public record EstimatedWord(String text, Duration start) {}

  /** A sentence that sounds from start to end, its words spread over it. */
  static Sentence sentence(ScriptSentence sentence, Duration start, Duration end) {
    double all = sentence.words().stream().mapToInt(SpokenTimes::weight).sum();
    double nanos = end.minus(start).toNanos();
    List<EstimatedWord> words = new ArrayList<>();
    double before = 0;
    for (SpokenWord word : sentence.words()) {
      words.add(new EstimatedWord(word.text(), start.plusNanos(Math.round(nanos * before / all))));
      before += weight(word);
    }
    return new Sentence(sentence.spoken(), start, end, words);
  }

  /** A syllable lasts by its rhyme more than by its letters: a constant and a little for each. */
  private static int weight(SpokenWord word) {
    return 4 + word.text().length();
  }

  /** As WebVTT, which browsers show beside a sound; the words are its inner time stamps. */
  public String webVtt() {
    StringBuilder text = new StringBuilder("WEBVTT\n");
    for (Sentence sentence : sentences) {
      text.append('\n')
          .append(stamp(sentence.start()))
          .append(" --> ")
          .append(stamp(sentence.end()))
          .append('\n');
      for (int i = 0; i < sentence.estimatedWords().size(); i++) {
        EstimatedWord word = sentence.estimatedWords().get(i);
        if (i > 0) {
          text.append(" <").append(stamp(word.start())).append('>');
        }
        text.append(word.text());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String stamp(Duration at) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        at.toHours(),
        at.toMinutesPart(),
        at.toSecondsPart(),
        at.toMillisPart());
  }
}
