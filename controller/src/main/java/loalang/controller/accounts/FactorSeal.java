// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import loalang.controller.keys.SecretFile;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Seals second factors before they are stored (AES-256-GCM), each for its own account: whoever
 * reads the database alone makes no codes. The key is a file beside the office's keys.
 */
public final class FactorSeal {
  private static final String SEALED = "sealed:";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private FactorSeal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The seal whose key is in a file, which is made if it is missing. Blocking. */
  public static FactorSeal of(Path file) {
    String kept =
        SecretFile.readOrMake(
            file,
            () -> {
              byte[] fresh = new byte[KEY_BYTES];
              new SecureRandom().nextBytes(fresh);
              return Base64.getEncoder().encodeToString(fresh);
            });
    return new FactorSeal(Base64.getDecoder().decode(kept));
  }

  /** A secret as it is stored. */
  String close(String account, String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, account, nonce)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return SEALED + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-256-GCM.", e);
    }
  }

  /** The secret of what is stored; one from before there was a seal stands as it is. */
  String open(String account, String kept) {
    if (!kept.startsWith(SEALED)) {
      return kept;
    }
    try {
      byte[] all = Base64.getDecoder().decode(kept.substring(SEALED.length()));
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, account, Arrays.copyOf(all, NONCE_BYTES))
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new ProblemException(
          new Problem(
              "TOTP_SEALED",
              "The second factor of \"%s\" was sealed with another key.".formatted(account),
              "Put the file factor-key of this office back, or let an admin take the second factor"
                  + " away."),
          e);
    }
  }

  private Cipher cipher(int mode, String account, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
