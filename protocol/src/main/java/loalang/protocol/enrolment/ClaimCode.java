// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import loalang.protocol.Digest;

/**
 * The one-time code by which a new pole is let in. Short-lived; the office decides how short.
 *
 * @param value twelve letters and digits without I, L, O and U, in groups of four: {@code
 *     K7QF-2M9X-4TBD} (60 bits); lower case and missing dashes are accepted
 * @throws IllegalArgumentException if the value is not of that form; the message does not repeat it
 */
public record ClaimCode(@JsonValue String value) {
  /** How the client identifier of every asking pole begins. */
  public static final String CLIENT = "claim-";

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford base 32
  private static final Pattern ALLOWED = Pattern.compile("[" + ALPHABET + "]{12}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ClaimCode {
    String bare = value.replace("-", "").toUpperCase(Locale.ROOT);
    if (!ALLOWED.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "A claim code is twelve letters and digits such as K7QF-2M9X-4TBD.");
    }
    value = bare.substring(0, 4) + "-" + bare.substring(4, 8) + "-" + bare.substring(8);
  }

  /** A new code. */
  public static ClaimCode generate(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ClaimCode(code.toString());
  }

  /**
   * The MQTT user name and client identifier of a pole that asks to join with this code: tells
   * codes apart without showing one ({@value #CLIENT} and 64 bits of its SHA-256).
   */
  public String clientId() {
    return CLIENT + Digest.of(value.getBytes(StandardCharsets.US_ASCII)).hex().substring(0, 16);
  }

  @Override
  public String toString() {
    return "ClaimCode[hidden]";
  }
}
