// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import java.util.Locale;
import java.util.Optional;
import loalang.protocol.Problem;

/**
 * A problem as somebody reads it on a page: in Vietnamese with the English sentences below for a
 * technician, or in English alone.
 *
 * @param code stable, to look up and to read out
 * @param title in a few words
 * @param what happened, if the title does not say it
 * @param next what to do, and with whom
 * @param detail in English, with the offending value; empty if the rest is English
 */
public record Told(
    String code, String title, Optional<String> what, String next, Optional<String> detail) {

  static Told of(Problem problem, Texts texts) {
    if (texts.language() == Language.EN) {
      return new Told(
          problem.code(),
          texts.problem(problem.code()),
          Optional.of(problem.whatHappened()),
          problem.nextStep(),
          Optional.empty());
    }
    String key = "problem." + problem.code();
    return new Told(
        problem.code(),
        texts.of(texts.knows(key) ? key : "fault.unknown"),
        Optional.of(key + ".what").filter(texts::knows).map(texts::of),
        texts.of(texts.knows(key + ".next") ? key + ".next" : "fault.unknown-next"),
        Optional.of(problem.whatHappened() + " " + problem.nextStep()));
  }

  /** The words of a code: {@code FILE_NOT_NAMED} is "File not named". */
  static String words(String code) {
    return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
