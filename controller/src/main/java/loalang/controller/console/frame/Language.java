// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language of the console; Vietnamese unless somebody chose the other. */
public enum Language {
  /** Vietnamese. */
  VI,
  /** English. */
  EN;

  /** The language with this tag, if the console speaks it. */
  public static Optional<Language> of(String tag) {
    return Stream.of(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** The tag of BCP 47. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public Language other() {
    return this == VI ? EN : VI;
  }

  Locale locale() {
    return Locale.forLanguageTag(tag());
  }
}
