// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import loalang.agent.playback.RenderingRule;
import loalang.agent.playout.PlayoutRules;
import loalang.agent.playout.Rendering;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.AsRun;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.report.NumberedReport;
import loalang.simulation.disk.Card;

/**
 * Makes the parts of which worlds are wired, each as it should be. A sabotage overrides one of
 * them, so that it can be seen that the witness notices. Immutable, any thread.
 */
public class Workshop {
  /** The workshop of honest parts. */
  public Workshop() {}

  /** True if the witness looks after this promise; a sabotage may break several. */
  public boolean watches(Promise promise) {
    return true;
  }

  /** A memory card of so many bytes. */
  public Card card(long mostBytes, RandomGenerator chance, LongSupplier nowMillis) {
    return new Card(mostBytes, chance, nowMillis);
  }

  /** What a pole allows. */
  public PlayoutRules rules(PlayoutRules rules) {
    return rules;
  }

  /** The keys a pole is granted; the stranger's is none of them. */
  public List<TrustedKey> granted(List<TrustedKey> office, TrustedKey stranger) {
    return office;
  }

  /** What is believed of a sound device. */
  public Rendering judged(RenderingRule rule, RenderingRule.Observed seen) {
    return rule.judge(seen);
  }

  /** True if a sound device is silent when it is told to. */
  public boolean haltsWhenTold() {
    return true;
  }

  /** How much later it is than poles are told. */
  public Duration clockLag() {
    return Duration.ZERO;
  }

  /** True if a pole forgets its journal whenever it starts. */
  public boolean forgetsJournal() {
    return false;
  }

  /** True if a broker keeps what is to be retained on this topic. */
  public boolean brokerRetains(String topic) {
    return true;
  }

  /** True if the office takes up its deadlines after a crash. */
  public boolean officeResumesDeadlines() {
    return true;
  }

  /** What became of one airing on one speaker. */
  public AiringState fold(
      long sequence, Collection<NumberedReport> reports, Optional<Instant> deadlinePassed) {
    return AsRun.fold(sequence, reports, deadlinePassed);
  }
}
