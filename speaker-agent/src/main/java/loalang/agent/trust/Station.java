// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.KeyScope;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Warrant;

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

  /** The same pole, obeying other keys. */
  public Station trusting(List<TrustedKey> others) {
    return new Station(speaker, commune, zones, others);
  }

  /** True if this key is obeyed when it speaks at that level to any of those zones. */
  public boolean maySpeak(KeyId signer, Warrant warrant) {
    return trusted.stream()
            .anyMatch(
                one ->
                    one.key().id().equals(signer) && warrant.issuer().compareTo(one.issuer()) <= 0)
        && !Collections.disjoint(warrant.zones(), zonesOf(signer));
  }

  /** Those of this pole's zones that a key reaches. */
  public Set<PagingZone> zonesOf(KeyId signer) {
    return scope(signer).map(scope -> scope.within(zones)).orElse(zones);
  }

  /** True if a key may ask for something so urgent. */
  public boolean mayAsk(KeyId signer, Priority urgency) {
    return scope(signer).map(scope -> scope.covers(urgency)).orElse(true);
  }

  private Optional<KeyScope> scope(KeyId signer) {
    return trusted.stream()
        .filter(one -> one.key().id().equals(signer))
        .flatMap(one -> Stream.ofNullable(one.scope()))
        .findFirst();
  }

  /** The names of the keys that are obeyed. */
  public Set<KeyId> signers() {
    return trusted.stream().map(one -> one.key().id()).collect(Collectors.toUnmodifiableSet());
  }
}
