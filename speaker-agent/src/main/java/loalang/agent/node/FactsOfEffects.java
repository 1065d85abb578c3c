// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.util.ArrayList;
import java.util.List;
import loalang.agent.journal.Bytes;
import loalang.agent.journal.Fact;
import loalang.agent.outbox.ChainEnd;
import loalang.agent.playout.Effect;
import loalang.protocol.AiringId;
import loalang.protocol.RecordingRef;
import loalang.protocol.report.Report;

/** What must be in the journal before the effects of one step are carried out. Used once. */
final class FactsOfEffects implements Effect.Hands {
  private final Reporter reporter;
  private final List<Fact> facts = new ArrayList<>();
  private ChainEnd chain;

  FactsOfEffects(Reporter reporter, ChainEnd chain) {
    this.reporter = reporter;
    this.chain = chain;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  @Override
  public void say(Report report) {
    Bytes envelope = reporter.sealed(chain, report);
    chain = chain.after(envelope);
    facts.add(new Fact.ReportWritten(chain.number(), envelope));
  }

  @Override
  public void begin(Effect.Begin begin) {
    facts.add(new Fact.AiringStarted(begin.airing(), begin.at(), begin.framesDue()));
  }

  @Override
  public void over(AiringId airing) {
    facts.add(new Fact.AiringOver(airing));
  }

  @Override
  public void fetch(RecordingRef recording) {
    // The order in the journal says so already.
  }

  @Override
  public void halt(AiringId airing) {
    // Its end will be a fact.
  }
}
