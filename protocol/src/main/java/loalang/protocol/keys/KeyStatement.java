// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.keys;

import java.util.List;
import loalang.protocol.CommuneId;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.order.Issuer;

/**
 * "These are the keys of this level now": it takes the place of every key of that level a pole
 * knows. Signed by a key of the same level, or of a higher one, which so can replace a stolen key.
 *
 * <p>It stays retained on a topic of the signing key, so that a pole that slept through several
 * changes follows them one by one.
 *
 * @param commune whose poles
 * @param level whose keys
 * @param edition 1 or more; a pole never goes back to an earlier edition of a level
 * @param keys the keys of that level, each speaking for it exactly; none only if a higher level
 *     says so
 * @throws IllegalArgumentException if a key speaks for another level, there are more than {@value
 *     #MOST_KEYS}, or the edition is not positive
 */
public record KeyStatement(CommuneId commune, Issuer level, long edition, List<TrustedKey> keys) {
  /** Old, new and a few desks beside. */
  public static final int MOST_KEYS = 16;

  public KeyStatement {
    keys = List.copyOf(keys);
    if (edition < 1 || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException(
          "A statement has an edition from 1 and at most %d keys, was %d and %d."
              .formatted(MOST_KEYS, edition, keys.size()));
    }
    for (TrustedKey key : keys) {
      if (key.issuer() != level) {
        throw new IllegalArgumentException(
            "A statement about %s holds keys of that level alone, found %s."
                .formatted(level.wireName(), key.issuer().wireName()));
      }
    }
  }
}
