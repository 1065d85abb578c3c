// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

/** Why an envelope stays shut. The names are the stable codes shown to technicians. */
public enum UnverifiedReason {
  /** Longer than any message of ours. */
  ENVELOPE_TOO_LARGE,
  /** Not a JSON Web Signature in compact form, or without key identifier. */
  ENVELOPE_MALFORMED,
  /** Of another kind than the topic carries. */
  ENVELOPE_WRONG_TYPE,
  /** Signed with a key this receiver does not trust. */
  ENVELOPE_UNKNOWN_KEY,
  /** The signature does not fit the bytes: altered on the way, or forged. */
  ENVELOPE_BAD_SIGNATURE
}
