// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;

/**
 * What the broker knows of a node.
 *
 * @param passwordHash SHA-256 of the node's password; the password is 128 random bits, so a plain
 *     digest cannot be searched
 * @param zones whose orders it may hear
 */
public record NodeLogin(String passwordHash, Set<PagingZone> zones) {
  public NodeLogin {
    zones = Set.copyOf(zones);
  }

  /** The hash of a random secret of at least 60 bits; never for a password a person chose. */
  public static String hash(String secret) {
    return Digest.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
  }

  boolean accepts(String password) {
    return MessageDigest.isEqual(
        hash(password).getBytes(StandardCharsets.US_ASCII),
        passwordHash.getBytes(StandardCharsets.US_ASCII));
  }
}
