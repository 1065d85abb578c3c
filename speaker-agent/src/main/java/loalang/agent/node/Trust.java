// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import loalang.agent.trust.CommandGate;
import loalang.agent.trust.KeyRing;
import loalang.agent.trust.OfficeWord;
import loalang.agent.trust.PlanGate;
import loalang.agent.trust.Station;

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
