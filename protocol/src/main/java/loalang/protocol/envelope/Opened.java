// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

/** What came of opening an envelope. */
public sealed interface Opened {

  /** The signature holds: the payload is what the key's owner signed, byte for byte. */
  final class Genuine implements Opened {
    private final KeyId signer;
    private final byte[] payload;

    Genuine(KeyId signer, byte[] payload) {
      this.signer = signer;
      this.payload = payload.clone();
    }

    /** Whose signature. */
    public KeyId signer() {
      return signer;
    }

    /** A copy of the signed bytes. */
    public byte[] payload() {
      return payload.clone();
    }
  }

  /**
   * The signature does not hold; nobody has looked at the payload and nobody may.
   *
   * @param why the first thing found wrong
   */
  record Unverified(UnverifiedReason why) implements Opened {}
}
