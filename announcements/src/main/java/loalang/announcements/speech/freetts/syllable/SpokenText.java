// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.freetts.syllable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loalang.announcements.speech.freetts.syllable.Phrase.End;

/** From a text to phrases of syllables: punctuation ends a phrase, and so does want of breath. */
public final class SpokenText {
  private static final Pattern WORD_OR_MARK =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}]+|[.!?…]+|[;:]|[,()\\[\\]\"“”«»–—]|\\s-\\s",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** So many syllables are said without a rest; then the next joining word gets one before it. */
  private static final int BREATH_SYLLABLES = 11;

  private static final int SHORTEST_AFTER_BREATH = 3;

  private static final Set<String> JOINING =
      Set.of(
          "và", "hoặc", "thì", "nhưng", "để", "nếu", "khi", "mà", "vì", "do", "tại", "trong", "từ",
          "đến", "cho", "của", "với", "theo", "về", "các", "những", "phải", "không", "đã", "sẽ",
          "được", "là");

  private final List<Phrase> phrases = new ArrayList<>();
  private List<Syllable> open = new ArrayList<>();

  private SpokenText() {}

  /**
   * The phrases of a text.
   *
   * @return empty if nothing in the text can be said
   */
  public static List<Phrase> phrases(String text) {
    SpokenText reading = new SpokenText();
    Matcher token = WORD_OR_MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
    List<String> tokens = new ArrayList<>();
    while (token.find()) {
      tokens.add(token.group().strip());
    }
    for (int i = 0; i < tokens.size(); i++) {
      reading.take(tokens.get(i), tokens.size() - i);
    }
    reading.close(End.SENTENCE);
    return List.copyOf(reading.phrases);
  }

  private void take(String token, int left) {
    if (!Character.isLetterOrDigit(token.codePointAt(0))) {
      close(endOf(token.charAt(0)));
      return;
    }
    boolean outOfBreath = open.size() >= BREATH_SYLLABLES && left > SHORTEST_AFTER_BREATH;
    if (outOfBreath && JOINING.contains(token)) {
      close(End.BREATH);
    }
    Optional<Syllable> syllable = Orthography.syllable(token);
    syllable.ifPresentOrElse(open::add, () -> open.addAll(ForeignWords.read(token)));
  }

  private void close(End end) {
    if (!open.isEmpty()) {
      phrases.add(new Phrase(open, end));
      open = new ArrayList<>();
    }
  }

  private static End endOf(char mark) {
    return switch (mark) {
      case '.', '!', '…' -> End.SENTENCE;
      case '?' -> End.QUESTION;
      case ';', ':' -> End.CLAUSE;
      default -> End.COMMA;
    };
  }
}
