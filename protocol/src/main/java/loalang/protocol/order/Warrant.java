// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.order;

import java.time.Instant;
import java.util.Set;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;

/**
 * Who says so, to whom, and for how long: the part of an order a node judges before the order.
 *
 * @param sequence 1 or more; grows with every warrant the same key signs, so that a copy is
 *     recognised
 * @param issuer in whose name
 * @param commune the commune it is meant for; a node of another refuses
 * @param zones at least one; a node that is in none of them refuses
 * @param notBefore first instant of validity, inclusive
 * @param expires end of validity, exclusive, after notBefore
 * @throws IllegalArgumentException if a value is out of range
 */
public record Warrant(
    long sequence,
    Issuer issuer,
    CommuneId commune,
    Set<PagingZone> zones,
    Instant notBefore,
    Instant expires) {
  public Warrant {
    if (sequence < 1) {
      throw new IllegalArgumentException("A sequence starts at 1, was " + sequence);
    }
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("A warrant names at least one zone.");
    }
    if (!expires.isAfter(notBefore)) {
      throw new IllegalArgumentException(
          "A warrant expires after it begins, was %s to %s.".formatted(notBefore, expires));
    }
    zones = PagingZone.sorted(zones);
  }
}
