// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a sealed file begins with, and the key that opens its pieces: AES-256-GCM, Argon2id of the
 * passphrase. Each piece is numbered, and the last one says that it is the last (STREAM: Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015), so that no piece is left out, moved or cut off unseen.
 */
final class Seal {
  /** Plain bytes in every piece but the last. */
  static final int PIECE_BYTES = 64 * 1024;

  /** How much longer a sealed piece is. */
  static final int TAG_BYTES = 16;

  /** How much stands before the first piece. */
  static final int HEAD_BYTES = 32;

  private static final byte[] MAGIC = "LOA-LANG-COPY-1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  // Twice what a login takes in time and more in memory: this is opened once a year.
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(64 * 1024, 3, 1, 32, Argon2.ID);

  private final byte[] head;
  private final SecretKey key;
  private long pieces;

  private Seal(byte[] head, String passphrase) {
    this.head = head;
    byte[] salt = new byte[HEAD_BYTES - MAGIC.length];
    System.arraycopy(head, MAGIC.length, salt, 0, salt.length);
    byte[] secret =
        Normalizer.normalize(passphrase, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    this.key = new SecretKeySpec(ARGON2ID.hash(secret, salt).getBytes(), "AES");
  }

  /** A seal no other file has. */
  static Seal fresh(String passphrase) {
    byte[] head = new byte[HEAD_BYTES];
    new SecureRandom().nextBytes(head);
    System.arraycopy(MAGIC, 0, head, 0, MAGIC.length);
    return new Seal(head, passphrase);
  }

  /** True if this is the beginning of a sealed file. */
  static boolean isHead(byte[] head) {
    return head.length == HEAD_BYTES
        && ByteBuffer.wrap(head, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
  }

  /** The seal of a file that begins so. */
  static Seal of(byte[] head, String passphrase) {
    return new Seal(head.clone(), passphrase);
  }

  byte[] head() {
    return head.clone();
  }

  /** The next piece, sealed. */
  byte[] close(byte[] plain, int length, boolean isLast) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, isLast).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-256-GCM.", e);
    }
  }

  /** The next piece, opened; throws if it is another one or the key is another one. */
  byte[] open(byte[] sealed, int length, boolean isLast) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, isLast).doFinal(sealed, 0, length);
  }

  private Cipher cipher(int mode, boolean isLast) throws GeneralSecurityException {
    ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES);
    nonce.putLong(Integer.BYTES - 1, pieces++).put(NONCE_BYTES - 1, (byte) (isLast ? 1 : 0));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce.array()));
    cipher.updateAAD(head);
    return cipher;
  }
}
