// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import loalang.protocol.envelope.SigningKey;

/**
 * The office's secret keys on the disk: the one that signs, the one that will, the one that did.
 * Blocking. A power cut between any two steps leaves something to go on with.
 *
 * @param current the file of the key that signs
 */
public record KeyFiles(Path current) {

  /** The key that signs; made at the first start. */
  public SigningKey current(SigningKey known) {
    return Files.exists(current) ? OfficeKey.readOrMake(current) : known;
  }

  /** The key that will sign once everybody obeys it. */
  Optional<SigningKey> next() {
    return read(next(current));
  }

  /** The key that signed before; kept until nobody needs its word any more. */
  Optional<SigningKey> former() {
    return read(former(current));
  }

  /** Makes the next key, unless there is one. */
  SigningKey makeNext() {
    return OfficeKey.readOrMake(next(current));
  }

  /** The next key signs from now on. */
  SigningKey turn() {
    SigningKey fresh = next().orElseThrow();
    try {
      SigningKey signing = OfficeKey.readOrMake(current);
      if (!signing.verifyKey().equals(fresh.verifyKey())) { // else a power cut came after it turned
        SecretFile.write(former(current), signing.secretJwk());
        SecretFile.write(current, fresh.secretJwk());
      }
      Files.deleteIfExists(next(current));
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The former key is not needed any more. */
  void forgetFormer() {
    try {
      Files.deleteIfExists(former(current));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<SigningKey> read(Path file) {
    return Files.exists(file) ? Optional.of(OfficeKey.readOrMake(file)) : Optional.empty();
  }

  private static Path next(Path current) {
    return current.resolveSibling("office-key.next.jwk");
  }

  private static Path former(Path current) {
    return current.resolveSibling("office-key.former.jwk");
  }
}
