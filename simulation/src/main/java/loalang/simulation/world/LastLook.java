// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.time.Instant;
import loalang.agent.journal.Fact;
import loalang.agent.journal.Journal;
import loalang.controller.ledger.AiringState;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.Report;

/** What must be true when everything has healed and all is quiet. */
final class LastLook {
  private final World world;

  LastLook(World world) {
    this.world = world;
  }

  void look() {
    Instant now = world.timeline().now();
    for (Pole pole : world.poles()) {
      everythingArrived(pole);
      world
          .desk()
          .newest(now)
          .forEach(
              (date, edition) -> {
                long held = world.desk().ledger().held(pole.id(), date);
                if (held < edition) {
                  broke(
                      Promise.L1,
                      pole.id(),
                      "holds edition %d of %s, the newest is %d".formatted(held, date, edition));
                }
              });
    }
    world.desk().ledger().expected().forEach(this::hasOneEnd);
  }

  private void broke(Promise promise, SpeakerId speaker, String how) {
    world.witness().broke(promise, speaker.value(), how);
  }

  private void everythingArrived(Pole pole) {
    if (!pole.isRunning()) {
      broke(Promise.L1, pole.id(), "does not start any more");
      return;
    }
    pole.stopForGood();
    long written = 0;
    try (Journal journal = Journal.open(pole.card().root().resolve("journal"))) {
      for (Fact fact : journal.history()) {
        if (fact instanceof Fact.ReportWritten report) {
          written = Math.max(written, report.number());
        } else if (fact instanceof Fact.ChainKept chain) {
          written = Math.max(written, chain.number());
        }
      }
    }
    long arrived = world.desk().ledger().through(pole.id());
    if (arrived < written) {
      broke(Promise.L1, pole.id(), "wrote %d reports, %d arrived".formatted(written, arrived));
    } else if (arrived > written) {
      broke(
          Promise.S4,
          pole.id(),
          "knows of %d reports, the office has %d".formatted(written, arrived));
    }
  }

  private void hasOneEnd(Ledger.Expected airing) {
    if (airing.deadline.isAfter(world.timeline().now())) {
      return; // of tomorrow
    }
    for (SpeakerId speaker : airing.speakers.keySet()) {
      AiringState state =
          world
              .workshop()
              .fold(
                  airing.speakers.getOrDefault(speaker, 0L),
                  world.desk().ledger().about(speaker, airing.airing),
                  airing.passed);
      if (!state.isFinal()) {
        broke(
            Promise.S6, speaker, "%s has no end, it is %s".formatted(airing.airing, state.word()));
      }
      boolean accepted =
          world.desk().ledger().about(speaker, airing.airing).stream()
              .anyMatch(
                  told ->
                      told.report() instanceof Report.Accepted word
                          && word.sequence() == airing.speakers.getOrDefault(speaker, 0L));
      if (accepted && state instanceof AiringState.Missing) {
        broke(Promise.S4, speaker, "%s was accepted and never ended".formatted(airing.airing));
      }
      boolean sounded = world.witness().hasStarted(speaker, airing.airing);
      if (sounded && state instanceof AiringState.Missing) {
        broke(Promise.S4, speaker, "%s sounded and is missing".formatted(airing.airing));
      }
    }
  }
}
