// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of a key: its JWK thumbprint (RFC 7638, SHA-256, base64url).
 *
 * @param thumbprint 43 base64url characters
 * @throws IllegalArgumentException if the value is not of that form
 */
public record KeyId(@JsonValue String thumbprint) {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{43}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public KeyId {
    if (!ALLOWED.matcher(thumbprint).matches()) {
      throw new IllegalArgumentException("A key identifier is 43 base64url characters.");
    }
  }

  @Override
  public String toString() {
    return thumbprint;
  }
}
