// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.util.Optional;
import loalang.agent.playout.Item;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.trust.CommandGate;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.OfficeWord;
import loalang.agent.trust.PlanGate;
import loalang.agent.trust.Station;
import loalang.protocol.report.RefusalReason;

/** The keys of this moment and the gates they open. Not thread-safe: the agent thread only. */
final class Trust {
  private KeyRing ring;
  private Station station;
  private CommandGate orders;
  private PlanGate plans;
  private OfficeWord word;

  Trust(Station granted, KeyRing ring) {
    this.ring = ring;
    this.station = granted.trusting(ring.trusted());
    this.orders = new CommandGate(station);
    this.plans = new PlanGate(station);
    this.word = new OfficeWord(station);
  }

  void obey(KeyRing next) {
    ring = next;
    station = station.trusting(next.trusted());
    orders = new CommandGate(station);
    plans = new PlanGate(station);
    word = new OfficeWord(station);
  }

  /** Why an airing of a plan may not be, though its plan may. */
  Optional<RefusalReason> objection(Item item, PlayoutRules rules) {
    if (!station.mayAsk(item.by(), item.play().priority())) {
      return Optional.of(RefusalReason.ISSUER_NOT_ALLOWED);
    }
    return rules.lackRelease(item) ? Optional.of(RefusalReason.NOT_RELEASED) : Optional.empty();
  }

  KeyRing ring() {
    return ring;
  }

  Station station() {
    return station;
  }

  CommandGate orders() {
    return orders;
  }

  PlanGate plans() {
    return plans;
  }

  OfficeWord word() {
    return word;
  }
}
