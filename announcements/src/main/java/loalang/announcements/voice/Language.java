// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.voice;

import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * The language a notice is written in. Any language can be named; whether a voice speaks it is for
 * {@link Voices} to say.
 *
 * @param tag a BCP 47 tag such as "vi", "en" or "vi-VN", kept in its canonical spelling
 * @throws IllegalArgumentException if the tag is not well formed or names no language
 */
public record Language(String tag) {
  /** Vietnamese. */
  public static final Language VIETNAMESE = new Language("vi");

  /** English. */
  public static final Language ENGLISH = new Language("en");

  public Language {
    tag = canonical(tag);
  }

  /** True if both are the same language, whatever the country or script: "vi" and "vi-VN". */
  public boolean sameLanguageAs(Language other) {
    return locale().getLanguage().equals(other.locale().getLanguage());
  }

  /** The same language for the libraries of Java. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  @Override
  public String toString() {
    return tag;
  }

  private static String canonical(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (locale.getLanguage().isEmpty()) {
        throw new IllegalArgumentException(
            "A language is a BCP 47 tag such as \"vi\" or \"en\", was \"%s\".".formatted(tag));
      }
      return locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          "A language is a BCP 47 tag such as \"vi\" or \"en\", was \"%s\".".formatted(tag), e);
    }
  }
}
