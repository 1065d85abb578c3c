// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.TrustedKey;

/**
 * Where this pole stands and whom it obeys.
 *
 * @param speaker its name
 * @param commune whose pole it is
 * @param zones the zones it belongs to; its own single-node zone is added
 * @param trusted the keys it obeys
 */
public record Station(
    SpeakerId speaker, CommuneId commune, Set<PagingZone> zones, List<TrustedKey> trusted) {
  public Station {
    Set<PagingZone> all = new HashSet<>(zones);
    all.add(PagingZone.only(speaker));
    zones = Set.copyOf(all);
    trusted = List.copyOf(trusted);
  }
}
