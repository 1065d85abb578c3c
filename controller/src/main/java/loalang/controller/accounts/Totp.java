// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Six figures that change every 30 seconds (RFC 6238), by library. Told the time. */
final class Totp {
  static final Duration STEP = Duration.ofSeconds(30);

  private static final int DIGITS = 6;
  private static final int SECRET_BYTES = 20; // RFC 4226 §4 R6
  private static final int STEPS_ASIDE = 1; // RFC 6238 §5.2: a slow hand, a clock a little off

  private Totp() {}

  /** A fresh secret as authenticator apps take it. */
  static String secret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return new Base32().encodeAsString(bytes);
  }

  /** What an authenticator app reads from a picture. */
  static String uri(String account, String office, String secret) {
    String issuer = URLEncoder.encode(office, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(issuer, account, secret, issuer);
  }

  /** The step a code is of, if it is of now or of a neighbour and later than the last one used. */
  static OptionalLong stepOf(String code, String secret, long lastUsed, Instant now) {
    OptionalLong found = OptionalLong.empty();
    for (int aside = -STEPS_ASIDE; aside <= STEPS_ASIDE; aside++) {
      Instant then = now.plus(STEP.multipliedBy(aside));
      long step = then.getEpochSecond() / STEP.toSeconds();
      boolean isRight =
          MessageDigest.isEqual(
              code.getBytes(StandardCharsets.UTF_8),
              code(secret, then).getBytes(StandardCharsets.UTF_8));
      if (isRight && step > lastUsed && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of an instant. */
  static String code(String secret, Instant now) {
    return code(new Base32().decode(secret), DIGITS, now);
  }

  static String code(byte[] secret, int digits, Instant now) {
    try {
      return new TimeBasedOneTimePasswordGenerator(STEP, digits)
          .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), now);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Every secret is a key of HMAC-SHA-1; this one is not.", e);
    }
  }
}
