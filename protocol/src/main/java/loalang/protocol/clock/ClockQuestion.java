// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.clock;

import java.util.regex.Pattern;
import loalang.protocol.SpeakerId;

/**
 * "What time is it?" The pole remembers when it asked; nobody else needs to know.
 *
 * @param speaker who asks, and so where the answer goes
 * @param nonce 22 to 64 characters of base64url, never used before: at least 128 bits
 * @throws IllegalArgumentException if the nonce is not of that form
 */
public record ClockQuestion(SpeakerId speaker, String nonce) {
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{22,64}");

  public ClockQuestion {
    if (!isNonce(nonce)) {
      throw new IllegalArgumentException(
          "A nonce is 22 to 64 characters of base64url, had %d.".formatted(nonce.length()));
    }
  }

  static boolean isNonce(String value) {
    return NONCE.matcher(value).matches();
  }
}
