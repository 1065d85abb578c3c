// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealTest {
  private static final String PASSPHRASE = "bốn con trâu xanh";
  private static final int PIECE = Seal.PIECE_BYTES;

  @ParameterizedTest
  @ValueSource(ints = {0, PIECE, 2 * PIECE + 1})
  void what_was_sealed_is_opened(int size) throws IOException {
    byte[] plain = some(size);
    assertArrayEquals(plain, open(seal(plain), PASSPHRASE));
  }

  @Test
  void the_same_bytes_are_sealed_otherwise_each_time_and_show_nothing_of_themselves()
      throws IOException {
    byte[] plain = "Khóa ký lệnh của xã".repeat(20).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = seal(plain);
    assertFalse(Arrays.equals(sealed, seal(plain)));
    assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("Khóa"));
  }

  @Test
  void another_passphrase_opens_nothing_and_letters_of_either_keyboard_are_the_same()
      throws IOException {
    byte[] sealed = seal(some(10));
    assertThrows(IOException.class, () -> open(sealed, "bốn con trâu đen"));
    String decomposed = java.text.Normalizer.normalize(PASSPHRASE, java.text.Normalizer.Form.NFD);
    assertArrayEquals(some(10), open(sealed, decomposed));
  }

  @Test
  void a_piece_that_is_cut_off_moved_or_changed_is_seen() throws IOException {
    byte[] sealed = seal(some(2 * PIECE + 5));
    int one = PIECE + Seal.TAG_BYTES;
    byte[] cut = Arrays.copyOf(sealed, Seal.HEAD_BYTES + 2 * one);
    byte[] moved = sealed.clone();
    System.arraycopy(sealed, Seal.HEAD_BYTES, moved, Seal.HEAD_BYTES + one, one);
    System.arraycopy(sealed, Seal.HEAD_BYTES + one, moved, Seal.HEAD_BYTES, one);
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;
    for (byte[] bad : new byte[][] {cut, moved, changed}) {
      IOException why = assertThrows(IOException.class, () -> open(bad, PASSPHRASE));
      assertTrue(String.valueOf(why.getMessage()).contains("damaged"), why::toString);
    }
    assertThrows(IOException.class, () -> open(new byte[] {1, 2}, PASSPHRASE));
  }

  private static byte[] some(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] seal(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SealedOutput out = new SealedOutput(bytes, Seal.fresh(PASSPHRASE))) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] open(byte[] sealed, String passphrase) throws IOException {
    try (SealedInput in = SealedInput.of(new ByteArrayInputStream(sealed), passphrase)) {
      return in.readAllBytes();
    }
  }
}
