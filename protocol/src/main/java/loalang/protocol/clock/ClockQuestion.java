// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.clock;

import loalang.protocol.SpeakerId;

/**
 * "What time is it?" The pole remembers when it asked; nobody else needs to know.
 *
 * @param speaker who asks, and so where the answer goes
 * @param nonce 22 to 64 characters of base64url, never used before: at least 128 bits
 * @throws IllegalArgumentException if the nonce is not of that form
 */
public record ClockQuestion(SpeakerId speaker, String nonce) {
  private static final int SHORTEST = 22;
  private static final int LONGEST = 64;

  public ClockQuestion {
    if (!isNonce(nonce)) {
      throw new IllegalArgumentException(
          "A nonce is 22 to 64 characters of base64url, had %d.".formatted(nonce.length()));
    }
  }

  static boolean isNonce(String value) {
    return value.length() >= SHORTEST
        && value.length() <= LONGEST
        && value.chars().allMatch(ClockQuestion::isBase64Url);
  }

  private static boolean isBase64Url(int letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || letter == '_'
        || letter == '-';
  }
}
