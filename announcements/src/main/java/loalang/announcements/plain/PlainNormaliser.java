// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.plain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.Pause;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.script.SpokenWord;

/**
 * Reads words as they stand and digits one by one; punctuation becomes pauses.
 *
 * @param digits what 0 to 9 are called, ten names
 * @throws IllegalArgumentException if there are not ten names
 */
public record PlainNormaliser(List<String> digits) implements Normaliser {
  /** Digits by their English names. */
  public static final PlainNormaliser ENGLISH =
      new PlainNormaliser(
          List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"));

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<word>\\p{L}[\\p{L}\\p{M}'’]*)"
              + "|(?<digit>\\p{Nd})"
              + "|(?<paragraph>[.!?…;]*\\h*\\R\\s*\\R)"
              + "|(?<item>[.!?…;]*\\h*\\R\\h*[-*•+]\\h)"
              + "|(?<end>[.!?…]+(?=\\s|$))"
              + "|(?<breath>[,;:–—])",
          Pattern.UNICODE_CHARACTER_CLASS);

  public PlainNormaliser {
    digits = List.copyOf(digits);
    if (digits.size() != 10) {
      throw new IllegalArgumentException("Ten digits have ten names, were " + digits.size() + ".");
    }
  }

  @Override
  public Script read(String written) {
    List<ScriptSentence> sentences = new ArrayList<>();
    Sentence open = new Sentence();
    Matcher token = TOKEN.matcher(written);
    while (token.find()) {
      if (token.group("word") != null) {
        open.say(token.group(), span(token));
      } else if (token.group("digit") != null) {
        open.say(digits.get(Character.digit(token.group().codePointAt(0), 10)), span(token));
      } else if (token.group("breath") != null) {
        open.breathe();
      } else {
        open = open.closedInto(sentences, pauseAt(token));
      }
    }
    open.closedInto(sentences, Pause.PARAGRAPH);
    return new Script(sentences, List.of());
  }

  private static Pause pauseAt(Matcher token) {
    if (token.group("paragraph") != null) {
      return Pause.PARAGRAPH;
    }
    return token.group("item") != null ? Pause.LIST_ITEM : Pause.SENTENCE;
  }

  private static SourceSpan span(Matcher token) {
    return new SourceSpan(token.start(), token.end());
  }

  /** A sentence while it is being read. */
  private static final class Sentence {
    private final StringBuilder spoken = new StringBuilder();
    private final List<SpokenWord> words = new ArrayList<>();

    void say(String word, SourceSpan source) {
      String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
      spoken.append(spoken.isEmpty() ? "" : " ").append(composed);
      words.add(new SpokenWord(composed.toLowerCase(Locale.ROOT), source));
    }

    void breathe() {
      if (!spoken.isEmpty() && spoken.charAt(spoken.length() - 1) != ',') {
        spoken.append(',');
      }
    }

    Sentence closedInto(List<ScriptSentence> sentences, Pause pause) {
      if (words.isEmpty()) {
        return this;
      }
      String text = spoken.toString().replaceAll(",$", "");
      sentences.add(new ScriptSentence(text + ".", words, pause));
      return new Sentence();
    }
  }
}
