// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;

/** Argon2id (RFC 9106) by library. Slow on purpose: call on a worker. Any thread. */
public final class Passwords {
  // The first choice of the OWASP cheat sheet that suits a small computer.
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"; // nothing looks alike
  private static final int GENERATED_LETTERS = 16; // 79 bits

  private final Argon2Function argon2id;

  /**
   * Hashes that cost so much; checks what others hashed at their cost.
   *
   * @param kibibytes of memory, 8 or more
   * @param passes over it, 1 or more
   */
  public Passwords(int kibibytes, int passes) {
    this.argon2id = Argon2Function.getInstance(kibibytes, passes, 1, 32, Argon2.ID);
  }

  /** As an office keeps them: 19 MiB, 2 passes. */
  public static Passwords ofOffice() {
    return new Passwords(KIBIBYTES, PASSES);
  }

  String hash(String password) {
    return Password.hash(nfc(password)).addRandomSalt().with(argon2id).getResult();
  }

  private static boolean matches(String password, String hash) {
    return Password.check(nfc(password), hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** For an account that does not exist it is never right, and takes as long to say so. */
  boolean isRight(String password, Optional<String> hash) {
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
