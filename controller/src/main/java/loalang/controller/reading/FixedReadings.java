// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Says places of a script otherwise. No other word changes: the neighbours were read as the author
 * wrote them. Pure, any thread.
 */
public final class FixedReadings {
  /** The most one notice may have. */
  public static final int MAX = 500;

  private FixedReadings() {}

  /** The script with these places said otherwise; a place where nothing is said changes nothing. */
  static Script in(Script script, List<FixedReading> fixes) {
    Script fixed = script;
    for (FixedReading fix : fixes) {
      fixed = in(fixed, fix);
    }
    return fixed;
  }

  /**
   * A fixed reading for whole words.
   *
   * @param script how the body is read without it
   * @param body the notice's
   * @param asked a stretch that touches the words that are meant
   * @param spoken how they shall be said
   * @throws ProblemException FIXED_READING_PLACE or FIXED_READING_WORDS
   */
  public static FixedReading make(Script script, String body, SourceSpan asked, String spoken) {
    String said = Normalizer.normalize(spoken, Normalizer.Form.NFC).strip();
    if (!DictionaryTable.isReading(said)) {
      throw new ProblemException(
          new Problem(
              "FIXED_READING_WORDS",
              "\"%s\" cannot be said as it stands.".formatted(shortened(said)),
              "Write the reading in small letters, without digits or signs."));
    }
    SourceSpan place =
        place(script, asked)
            .filter(span -> span.end() <= body.length())
            .orElseThrow(() -> nothingSaid(asked));
    return new FixedReading(place, body.substring(place.start(), place.end()), said);
  }

  /** The whole words that a stretch touches. */
  private static Optional<SourceSpan> place(Script script, SourceSpan asked) {
    FixedReading touched = new FixedReading(asked, "", "");
    return script.sentences().stream()
        .flatMap(sentence -> sentence.words().stream())
        .map(word -> word.source())
        .filter(touched::overlaps)
        .reduce(
            (one, other) ->
                new SourceSpan(
                    Math.min(one.start(), other.start()), Math.max(one.end(), other.end())));
  }

  private static Script in(Script script, FixedReading fix) {
    List<ScriptSentence> sentences = new ArrayList<>();
    boolean isSaid = false;
    for (ScriptSentence sentence : script.sentences()) {
      SentenceWords words = new SentenceWords(sentence);
      boolean isHere = words.has(fix);
      if (isHere && isSaid) {
        words.remove(fix);
      } else if (isHere) {
        words.replace(fix);
        isSaid = true;
      }
      if (!isHere) {
        sentences.add(sentence);
      } else if (!words.isEmpty()) {
        sentences.add(words.sentence());
      }
    }
    return isSaid ? new Script(sentences, stillOpen(script.warnings(), fix)) : script;
  }

  /** A doubt about the place is settled; that it tells the village a private number is not. */
  private static List<ReadingWarning> stillOpen(List<ReadingWarning> warnings, FixedReading fix) {
    return warnings.stream()
        .filter(
            warning ->
                warning.kind() == ReadingWarning.Kind.PERSONAL_DATA
                    || warning.source().start() < fix.place().start()
                    || warning.source().end() > fix.place().end())
        .toList();
  }

  private static ProblemException nothingSaid(SourceSpan asked) {
    return new ProblemException(
        new Problem(
            "FIXED_READING_PLACE",
            "Nothing of the notice is said at %d to %d.".formatted(asked.start(), asked.end()),
            "Take start and end from a word of GET /api/v1/notices/{notice}/script."));
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
