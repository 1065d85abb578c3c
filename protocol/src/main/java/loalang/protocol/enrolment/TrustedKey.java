// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * A key whose orders a pole obeys.
 *
 * @param key the public half
 * @param issuer the highest level it may speak for
 * @param scope how far it reaches; null if as far as its level does
 */
public record TrustedKey(VerifyKey key, Issuer issuer, @Nullable KeyScope scope) {

  /** A key that reaches as far as its level does. */
  public TrustedKey(VerifyKey key, Issuer issuer) {
    this(key, issuer, null);
  }
}
