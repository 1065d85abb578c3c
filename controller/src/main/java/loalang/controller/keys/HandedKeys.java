// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import java.util.List;
import java.util.Optional;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Issuer;

/**
 * What a higher level handed over, understood and judged, not taken in.
 *
 * @param level whose keys
 * @param keys that are obeyed for this level once it is taken in
 * @param gone keys of this level that are obeyed now and will not be then
 * @param signed how it is signed; empty if it is a public key alone
 */
public record HandedKeys(
    Issuer level, List<TrustedKey> keys, List<TrustedKey> gone, Optional<Signed> signed) {
  public HandedKeys {
    keys = List.copyOf(keys);
    gone = List.copyOf(gone);
  }

  /**
   * A statement.
   *
   * @param signer whose signature holds
   * @param edition of the statement
   * @param known the newest edition of this level that is known; 0 if none is
   */
  public record Signed(KeyId signer, long edition, long known) {
    /** True if loudspeakers that know the newest one will not heed it. */
    public boolean isOld() {
      return edition <= known;
    }
  }
}
