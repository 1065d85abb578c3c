// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.envelope.SigningKey;

/** The key that signs the commune's orders. */
public final class OfficeKey {
  private OfficeKey() {}

  /**
   * Reads the key, or makes one at the first start.
   *
   * @throws ProblemException OFFICE_KEY_DAMAGED if the file holds something else
   */
  public static SigningKey readOrMake(Path file) {
    String jwk = SecretFile.readOrMake(file, () -> SigningKey.generate().secretJwk());
    try {
      return SigningKey.ofSecretJwk(jwk);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "OFFICE_KEY_DAMAGED",
              "%s holds no signing key.".formatted(file),
              "Restore it from a backup: the loudspeakers obey no other key."),
          e);
    }
  }
}
