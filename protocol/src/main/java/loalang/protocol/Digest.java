// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a recording's bytes: its name everywhere, and the proof that a node holds the
 * right sound (FIPS 180-4).
 *
 * @param hex 64 hexadecimal digits, lower case
 * @throws IllegalArgumentException if the value is not of that form
 */
public record Digest(@JsonValue String hex) {
  private static final int DIGITS = 64;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Digest {
    if (hex.length() != DIGITS || !hex.chars().allMatch(Digest::isLowerHex)) {
      throw new IllegalArgumentException(
          "Digest must be 64 lower-case hexadecimal digits, was \"%s\"."
              .formatted(Shortened.of(hex)));
    }
  }

  private static boolean isLowerHex(int letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
  }

  /** The digest of these bytes. */
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /** A fresh SHA-256, for bytes that arrive in pieces. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256; this one does not.", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
