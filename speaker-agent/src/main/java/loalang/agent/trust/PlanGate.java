// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.order.Warrant;
import loalang.protocol.plan.IssuedPlan;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Judges the plans of days: signature, meaning, address, level. Immutable. */
public final class PlanGate {
  /** The signature holds but the words are none of ours. */
  public static final String PLAN_MALFORMED = "PLAN_MALFORMED";

  /** A plan is prepared long before it begins; the office's clock may be a little ahead. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final Station station;
  private final EnvelopeVerifier verifier;

  /** A gate for this pole. */
  public PlanGate(Station station) {
    this.station = station;
    this.verifier = new EnvelopeVerifier(station.trusted().stream().map(TrustedKey::key).toList());
  }

  /** What came of judging the bytes of a plan. */
  public sealed interface Judged {
    /**
     * To be kept and obeyed.
     *
     * @param signer whose signature
     * @param issued what was signed
     */
    record Trusted(KeyId signer, IssuedPlan issued) implements Judged {}

    /**
     * Genuine, not to be obeyed, to be reported.
     *
     * @param issued what was signed
     * @param reason the first rule it breaks
     */
    record Refused(IssuedPlan issued, RefusalReason reason) implements Judged {}

    /**
     * Thrown away and counted.
     *
     * @param code stable, upper case
     */
    record Unverified(String code) implements Judged {}
  }

  /** Judges the bytes of a plan, whatever the time is. */
  public Judged judge(byte[] envelope) {
    Opened opened = verifier.open(MessageType.PLAN, envelope);
    if (!(opened instanceof Opened.Genuine genuine)) {
      return new Judged.Unverified(((Opened.Unverified) opened).why().name());
    }
    if (!(Wire.PLAN.decode(genuine.payload())
        instanceof Decoded.Understood<IssuedPlan> understood)) {
      return new Judged.Unverified(PLAN_MALFORMED);
    }
    IssuedPlan issued = understood.value();
    Warrant warrant = issued.warrant();
    if (!warrant.commune().equals(station.commune())) {
      return new Judged.Refused(issued, RefusalReason.OTHER_COMMUNE);
    }
    return station.maySpeak(genuine.signer(), warrant)
        ? new Judged.Trusted(genuine.signer(), issued)
        : new Judged.Refused(issued, RefusalReason.ISSUER_NOT_ALLOWED);
  }

  /** Why a plan that has just come is not taken at this time; empty if it is. */
  public static Optional<RefusalReason> objection(Warrant warrant, Instant now) {
    if (now.plus(GRACE).isBefore(warrant.notBefore())) {
      return Optional.of(RefusalReason.NOT_YET_VALID);
    }
    return now.isBefore(warrant.expires()) ? Optional.empty() : Optional.of(RefusalReason.EXPIRED);
  }
}
