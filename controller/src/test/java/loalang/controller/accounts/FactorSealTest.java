// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import loalang.protocol.ProblemException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactorSealTest {
  private static final String SECRET = "JBSWY3DPEHPK3PXP";

  @TempDir private Path folder = Path.of("");

  @Test
  void what_was_sealed_is_opened_after_the_next_start() {
    String kept = seal("key").close("lan", SECRET);

    assertFalse(kept.contains(SECRET));
    assertEquals(SECRET, seal("key").open("lan", kept));
  }

  @Test
  void another_account_or_another_key_opens_nothing() throws IOException {
    String kept = seal("key").close("lan", SECRET);

    assertCode(() -> seal("key").open("huong", kept));
    assertCode(() -> seal("other").open("lan", kept));
    assertEquals("rw-------", rights(folder.resolve("key")));
  }

  @Test
  void a_secret_from_before_there_was_a_seal_stands_as_it_is() {
    assertEquals(SECRET, seal("key").open("lan", SECRET));
  }

  private FactorSeal seal(String name) {
    return FactorSeal.of(folder.resolve(name));
  }

  private static String rights(Path file) throws IOException {
    return java.nio.file.attribute.PosixFilePermissions.toString(
        Files.getPosixFilePermissions(file));
  }

  private static void assertCode(Runnable work) {
    assertEquals("TOTP_SEALED", assertThrows(ProblemException.class, work::run).problem().code());
  }
}
