// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

/** Hears facts in the order in which they happened. */
public interface FactReader {
  void orderTaken(Fact.OrderTaken fact);

  void sequenceJudged(Fact.SequenceJudged fact);

  void windowKept(Fact.WindowKept fact);

  void gainKept(Fact.GainKept fact);

  void volumeKept(Fact.VolumeKept fact);

  void airingStarted(Fact.AiringStarted fact);

  void airingProgressed(Fact.AiringProgressed fact);

  void airingOver(Fact.AiringOver fact);

  void stopKept(Fact.StopKept fact);

  void reportWritten(Fact.ReportWritten fact);

  void reportsAcknowledged(Fact.ReportsAcknowledged fact);

  void chainKept(Fact.ChainKept fact);

  void silenceKept(Fact.SilenceKept fact);

  void planTaken(Fact.PlanTaken fact);

  void keysReported(Fact.KeysReported fact);

  void releaseSeen(Fact.ReleaseSeen fact);

  void dataSpent(Fact.DataSpent fact);
}
