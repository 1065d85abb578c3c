// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import loalang.protocol.Digest;

/** Random words that open something, and what is kept of them. */
public final class Secrets {
  private static final int BYTES = 24;

  private Secrets() {}

  /** 192 random bits as 48 letters and figures. */
  public static String fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What is stored of a secret that nobody can guess: one hash is enough for it. */
  public static String hash(String purpose, String secret) {
    return Digest.of((purpose + ":" + secret).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Compares in a time that tells nothing. */
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
