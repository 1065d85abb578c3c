// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator app shows. */
public final class Codes {
  private Codes() {}

  public static String now(String secret) {
    return at(secret, Instant.now());
  }

  public static String at(String secret, Instant instant) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(secret), "RAW"), instant);
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }
}
