// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as Mosquitto keeps it: PBKDF2 with SHA-512, written {@code $7$rounds$salt$hash} as its
 * mosquitto_passwd does. Our passwords are random, so its usual 101 rounds are enough.
 *
 * @param rounds 1 or more
 * @param salt 12 bytes in base64
 * @param hash 64 bytes in base64
 */
public record BrokerPassword(int rounds, String salt, String hash) {
  private static final int USUAL_ROUNDS = 101;
  private static final int SALT_BYTES = 12;
  private static final int HASH_BITS = 512;

  /** The form of a random secret of at least 60 bits. */
  public static BrokerPassword of(String secret, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return of(secret, salt, USUAL_ROUNDS);
  }

  static BrokerPassword of(String secret, byte[] salt, int rounds) {
    try {
      PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, HASH_BITS);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return new BrokerPassword(rounds, base64.encodeToString(salt), base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows PBKDF2.", e);
    }
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is of another form
   */
  public static BrokerPassword parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 5 || !parts[1].equals("7")) {
      throw new IllegalArgumentException("A password for Mosquitto begins with $7$.");
    }
    return new BrokerPassword(Integer.parseInt(parts[2]), parts[3], parts[4]);
  }

  /** As a line of a password file has it behind the user's name. */
  public String text() {
    return "$7$%d$%s$%s".formatted(rounds, salt, hash);
  }

  @Override
  public String toString() {
    return "BrokerPassword[hidden]";
  }
}
