// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import loalang.protocol.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long enough, and not what is guessed first; nothing else is asked of a password. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PasswordRulesTest {
  private static final PasswordRules RULES = PasswordRules.standard();

  @ParameterizedTest(name = "\"{0}\" → {1}")
  @CsvSource({
    "ngắnquá,               PASSWORD_LENGTH",
    "chín-chữ-,             PASSWORD_LENGTH",
    "anhyeuem123,           PASSWORD_COMMON",
    "Anh Yêu Em 2026,       PASSWORD_COMMON",
    "MậtKhẩu2026!,          PASSWORD_COMMON",
    "Đài truyền thanh xã,   PASSWORD_COMMON",
    "Chúc mừng năm mới,     PASSWORD_COMMON",
    "LoaLàng@2026,          PASSWORD_COMMON",
    "1234567890,            PASSWORD_COMMON",
    "0912345678,            PASSWORD_COMMON", // a telephone
    "+84912345678,          PASSWORD_COMMON",
    "qwertyuiop,            PASSWORD_COMMON",
    "aaaaaaaaaaaa,          PASSWORD_COMMON",
    "password1234,          PASSWORD_COMMON",
    "bac-lanhuong-99-x,     PASSWORD_LIKE_NAME"
  })
  void what_is_guessed_first_is_refused(String password, String code) {
    assertEquals(code, RULES.refusal("lan.huong", password).map(Problem::code).orElse("taken"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bốn con trâu xanh",
        "giếng làng cũ, cây đa mới",
        "correct mule battery hook",
        "toàn chữ thường không số",
        "k7m2-p9x4-q3ab-v8nn",
        "mật khẩu của chị Sáu bán bún", // holds a common word among others
        "9f8e7d6c5b"
      })
  void no_figures_signs_or_capitals_are_asked_for(String password) {
    assertEquals("taken", RULES.refusal("lan.huong", password).map(Problem::code).orElse("taken"));
  }

  @Test
  void the_answer_does_not_repeat_the_password() {
    String secret = "matkhau12345";
    assertFalse(RULES.refusal("lan", secret).orElseThrow().toString().contains(secret));
  }

  @Test
  void length_is_counted_as_people_count_it() {
    PasswordRules none = new PasswordRules(Set.of());
    assertEquals("PASSWORD_LENGTH", none.refusal("lan", "🐃🐃🐃🐃🐃a").orElseThrow().code());
    assertEquals(
        "PASSWORD_LENGTH", none.refusal("lan", "abcdefghi ".repeat(21)).orElseThrow().code());
  }

  @Test
  void a_very_short_name_may_be_part_of_a_password() {
    assertEquals(
        "taken", RULES.refusal("an", "bốn bàn chân to").map(Problem::code).orElse("taken"));
  }
}
