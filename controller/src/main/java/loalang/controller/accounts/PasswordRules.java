// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loalang.protocol.Problem;

/**
 * Which passwords are taken: long enough, and not among the first that a guesser tries. No rule
 * asks for figures or signs (NIST SP 800-63B-4 §3.1.1.2). Pure after loading; any thread.
 */
final class PasswordRules {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200; // hashing takes time by length
  private static final int FEWEST_DIFFERENT = 5;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
  private static final Pattern TELEPHONE = Pattern.compile("(\\+?84|0)[0-9]{8,10}");
  private static final String RUNS =
      "abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 01234567890123456789"
          + " 98765432109876543210 zyxwvutsrqponmlkjihgfedcba";

  private final Set<String> common;

  PasswordRules(Set<String> common) {
    this.common = common.stream().map(PasswordRules::folded).collect(Collectors.toSet());
  }

  /** The rules with the list that is part of the program. */
  static PasswordRules standard() {
    try (InputStream list =
            Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/passwords.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return new PasswordRules(
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why this password is not taken; empty if it is. The answer does not repeat it. */
  Optional<Problem> refusal(String account, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(
          new Problem(
              "PASSWORD_LENGTH",
              "The password has %d characters.".formatted(length),
              "Choose %d to %d; four unusual words are good.".formatted(SHORTEST, LONGEST)));
    }
    String folded = folded(password);
    if (isCommon(folded) || isMonotonous(folded)) {
      return Optional.of(
          new Problem(
              "PASSWORD_COMMON",
              "The password is among those that are guessed first.",
              "Choose four words that do not belong together."));
    }
    return letters(folded).contains(letters(account)) && letters(account).length() > 2
        ? Optional.of(
            new Problem(
                "PASSWORD_LIKE_NAME",
                "The password holds the account's name.",
                "Choose one that says nothing about you."))
        : Optional.empty();
  }

  // "Mậtkhẩu2026!" is "matkhau" to a guesser.
  private boolean isCommon(String folded) {
    String letters = letters(folded);
    return common.contains(folded)
        || (!letters.isEmpty() && common.contains(letters) && folded.length() < 2 * SHORTEST);
  }

  private static boolean isMonotonous(String folded) {
    return folded.chars().distinct().count() < FEWEST_DIFFERENT
        || RUNS.contains(folded)
        || TELEPHONE.matcher(folded).matches();
  }

  private static String letters(String folded) {
    return NO_LETTER.matcher(folded(folded)).replaceAll("");
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replace(" ", "");
  }
}
