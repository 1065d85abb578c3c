// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import loalang.controller.OfficeTools;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PasswordsTest {
  private static final String COMPOSED = "m\u1eadt kh\u1ea9u";
  private static final String DECOMPOSED = "ma\u0323\u0302t kha\u0302\u0309u";

  private final Passwords cheap = new Passwords(64, 1);

  @Test
  void an_office_spends_nineteen_mebibytes_and_two_passes_on_a_guess(@TempDir Path data) {
    String hash = OfficeTools.standard(data).passwords().hash("loa-lang-xa-ha-dong");

    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
  }

  @Test
  void what_was_hashed_at_another_cost_is_still_right() {
    String hash = cheap.hash("loa-lang-xa-ha-dong");

    assertTrue(Passwords.ofOffice().isRight("loa-lang-xa-ha-dong", Optional.of(hash)));
    assertFalse(Passwords.ofOffice().isRight("loa-lang-xa-ha-dong ", Optional.of(hash)));
  }

  @Test
  void the_same_password_is_never_hashed_alike() {
    assertNotEquals(cheap.hash("loa-lang"), cheap.hash("loa-lang"));
  }

  @Test
  void letters_typed_in_three_strokes_are_the_letters_typed_in_one() {
    assertTrue(cheap.isRight(DECOMPOSED, Optional.of(cheap.hash(COMPOSED))));
  }

  @Test
  void nothing_is_right_for_an_account_that_does_not_exist() {
    assertFalse(cheap.isRight("", Optional.empty()));
  }
}
