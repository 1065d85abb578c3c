// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238 appendix B, and how far a code reaches. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final String WRITTEN = new Base32().encodeAsString(SECRET);
  private static final Instant NOW = Instant.parse("2026-11-22T05:30:15Z");
  private static final long STEP = NOW.getEpochSecond() / 30;

  @ParameterizedTest(name = "second {0}: {1}")
  @CsvSource({
    "59,          94287082",
    "1111111109,  07081804",
    "1111111111,  14050471",
    "1234567890,  89005924",
    "2000000000,  69279037",
    "20000000000, 65353130"
  })
  void the_vectors_of_the_standard(long second, String code) {
    assertEquals(code, Totp.code(SECRET, 8, Instant.ofEpochSecond(second)));
    assertEquals(code.substring(2), Totp.code(WRITTEN, Instant.ofEpochSecond(second)));
  }

  @ParameterizedTest(name = "{0} seconds aside: {1}")
  @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
  void a_code_is_taken_one_step_early_or_late(int aside, boolean isTaken) {
    String code = Totp.code(WRITTEN, NOW.plusSeconds(aside));
    assertEquals(isTaken, Totp.stepOf(code, WRITTEN, 0, NOW).isPresent());
  }

  @Test
  void a_code_is_good_once() {
    String code = Totp.code(WRITTEN, NOW);
    OptionalLong step = Totp.stepOf(code, WRITTEN, 0, NOW);
    assertEquals(OptionalLong.of(STEP), step);
    assertEquals(OptionalLong.empty(), Totp.stepOf(code, WRITTEN, STEP, NOW));
    String earlier = Totp.code(WRITTEN, NOW.minusSeconds(30));
    assertEquals(OptionalLong.empty(), Totp.stepOf(earlier, WRITTEN, STEP, NOW));
  }

  @Test
  void a_secret_is_new_each_time_and_an_app_can_read_it() {
    SecureRandom random = new SecureRandom();
    String secret = Totp.secret(random);
    assertNotEquals(secret, Totp.secret(random));
    assertEquals(20, new Base32().decode(secret).length);
    String uri = Totp.uri("lan", "Xã Hà Đông", secret);
    assertTrue(uri.startsWith("otpauth://totp/X%C3%A3%20H%C3%A0"), uri);
    assertTrue(uri.contains("secret=" + secret), uri);
  }
}
