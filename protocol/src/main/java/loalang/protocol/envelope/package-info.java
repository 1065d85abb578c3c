// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Signatures: the exact bytes of a message inside a JSON Web Signature (RFC 7515, RFC 8037
 * Ed25519).
 *
 * <p>Pure, any thread. Trust first, meaning later: nothing in here parses a payload, and nothing
 * outside may parse one that has not come out of here. What may not enter: key storage, clocks,
 * replay windows.
 */
@NullMarked
package loalang.protocol.envelope;

import org.jspecify.annotations.NullMarked;
