// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.enrolment;

import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.order.Issuer;

/**
 * A key whose orders a pole obeys.
 *
 * @param key the public half
 * @param issuer the highest level it may speak for
 */
public record TrustedKey(VerifyKey key, Issuer issuer) {}
