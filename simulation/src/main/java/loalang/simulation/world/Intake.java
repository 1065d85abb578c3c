// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loalang.controller.ledger.AiringState;
import loalang.controller.ledger.ReportChain.Fault;
import loalang.protocol.Digest;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Takes reports in and works out what they mean; the promises about the ledger are kept here. */
final class Intake {
  private final World world;
  private final Desk desk;
  private final List<Arrived> waiting = new ArrayList<>();

  private final Map<SpeakerId, EnvelopeVerifier> verifiers = new HashMap<>();

  private static final class Arrived {
    private final SpeakerId speaker;
    private final byte[] envelope;

    Arrived(SpeakerId speaker, byte[] envelope) {
      this.speaker = speaker;
      this.envelope = envelope;
    }
  }

  Intake(World world, Desk desk) {
    this.world = world;
    this.desk = desk;
  }

  void begin() {
    waiting.clear();
  }

  /** True if it is the first that waits. */
  boolean put(SpeakerId speaker, byte[] envelope) {
    waiting.add(new Arrived(speaker, envelope));
    return waiting.size() == 1;
  }

  /** Stores what waits; the speakers to be told. */
  Set<SpeakerId> commit() {
    Set<SpeakerId> stored = new LinkedHashSet<>();
    for (Arrived arrived : List.copyOf(waiting)) {
      Pole pole = world.pole(arrived.speaker).orElse(null);
      if (pole != null && store(pole, arrived.envelope)) {
        stored.add(pole.id());
      }
    }
    waiting.clear();
    return stored;
  }

  private boolean store(Pole pole, byte[] envelope) {
    EnvelopeVerifier verifier =
        verifiers.computeIfAbsent(
            pole.id(), any -> new EnvelopeVerifier(List.of(pole.identity().key().verifyKey())));
    if (!(verifier.open(MessageType.REPORT, envelope) instanceof Opened.Genuine genuine)
        || !(Wire.REPORT.decode(genuine.payload())
            instanceof Decoded.Understood<NumberedReport> understood)) {
      return false;
    }
    NumberedReport report = understood.value();
    List<Fault> faults = desk.ledger().add(report, Digest.of(envelope));
    if (faults.contains(Fault.FORKED) || faults.contains(Fault.BROKEN)) {
      world
          .witness()
          .broke(
              Promise.S4,
              pole.id().value(),
              "report %d is another one than it was".formatted(report.number()));
    }
    world.say("office", () -> "stores report %d of %s".formatted(report.number(), pole.id()));
    if (report.report() instanceof Report.OfAiring about) {
      if (about instanceof Report.Ended ended) {
        claimed(pole, ended);
      }
      desk.ledger().find(about.airing()).ifPresent(this::fold);
    }
    return true;
  }

  private void claimed(Pole pole, Report.Ended ended) {
    long heard = world.witness().heard(pole.id(), ended.airing());
    if (ended.framesRendered() > heard) {
      world
          .witness()
          .broke(
              Promise.S5,
              pole.id().value(),
              "%s: %d frames are claimed, %d were heard"
                  .formatted(ended.airing(), ended.framesRendered(), heard));
    }
  }

  /** Works the states of an airing out anew; an end may not change into another. */
  void fold(Ledger.Expected airing) {
    airing.speakers.forEach(
        (speaker, sequence) -> {
          AiringState state =
              world
                  .workshop()
                  .fold(sequence, desk.ledger().about(speaker, airing.airing), airing.passed);
          AiringState before = airing.told.put(speaker, state);
          if (before instanceof AiringState.Ended end && !isSameEnd(end, state)) {
            world
                .witness()
                .broke(
                    Promise.S6,
                    speaker.value(),
                    "%s was %s and is now %s"
                        .formatted(airing.airing, before.word(), state.word()));
          }
        });
  }

  /** The start may be told after the end; the end may not change. */
  private static boolean isSameEnd(AiringState.Ended before, AiringState state) {
    return state instanceof AiringState.Ended now && now.ending().equals(before.ending());
  }
}
