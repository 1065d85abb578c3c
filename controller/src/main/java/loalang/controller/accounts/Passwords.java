// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;

/** Argon2id (RFC 9106) by library. Slow on purpose: call on a worker. */
final class Passwords {
  // The first choice of the OWASP cheat sheet that suits a small computer: 19 MiB, 2 passes.
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"; // nothing looks alike
  private static final int GENERATED_LETTERS = 16; // 79 bits

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(nfc(password)).addRandomSalt().with(ARGON2ID).getResult();
  }

  private static boolean matches(String password, String hash) {
    return Password.check(nfc(password), hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** For an account that does not exist it is never right, and takes as long to say so. */
  static boolean isRight(String password, Optional<String> hash) {
    return hash.isPresent() ? matches(password, hash.get()) : hash(password).isEmpty();
  }

  // One keyboard sends "ậ" as one letter, another as three.
  private static String nfc(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /** Four groups of four. */
  static String generate(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GENERATED_LETTERS; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
