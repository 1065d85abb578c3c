// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import loalang.protocol.Priority;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.report.RefusalReason;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Judges orders: signature, meaning, copy, address, level, validity, in this order. Immutable. */
public final class CommandGate {
  /** The signature holds but the words are none of ours. */
  public static final String ORDER_MALFORMED = "ORDER_MALFORMED";

  private final Station station;
  private final EnvelopeVerifier verifier;

  /** A gate for this pole. */
  public CommandGate(Station station) {
    this.station = station;
    this.verifier = new EnvelopeVerifier(station.trusted().stream().map(TrustedKey::key).toList());
  }

  /**
   * Judges the bytes of an order as received.
   *
   * @param envelope as received
   * @param judged what was judged before
   * @param now by the node's clock
   */
  public Verdict judge(byte[] envelope, ReplayWindows judged, Instant now) {
    return judge(envelope, judged, issued -> untimely(issued.warrant(), now));
  }

  /**
   * The same for a pole that does not know the time: whatever is good is refused for that, but what
   * makes silent. An airing that was ever stopped stays stopped, and a silence ends by itself.
   */
  public Verdict judgeWithoutClock(byte[] envelope, ReplayWindows judged) {
    return judge(
        envelope,
        judged,
        issued ->
            makesSilent(issued) ? Optional.empty() : Optional.of(RefusalReason.CLOCK_UNKNOWN));
  }

  private static boolean makesSilent(IssuedOrder issued) {
    return issued.order() instanceof Order.Stop
        || (issued.order() instanceof Order.Silence silence
            && silence.until().isAfter(issued.warrant().notBefore())); // another one lifts
  }

  private Verdict judge(byte[] envelope, ReplayWindows judged, TimeRule timely) {
    Opened opened = verifier.open(MessageType.ORDER, envelope);
    if (opened instanceof Opened.Genuine genuine) {
      return judge(genuine, judged, timely);
    }
    return new Verdict.Unverified(((Opened.Unverified) opened).why().name());
  }

  private Verdict judge(Opened.Genuine genuine, ReplayWindows judged, TimeRule timely) {
    Decoded<IssuedOrder> decoded = Wire.ORDER.decode(genuine.payload());
    if (!(decoded instanceof Decoded.Understood<IssuedOrder> understood)) {
      return new Verdict.Unverified(ORDER_MALFORMED);
    }
    IssuedOrder issued = understood.value();
    Warrant warrant = issued.warrant();
    if (judged.cover(genuine.signer(), warrant.sequence())) {
      return new Verdict.Duplicate(genuine.signer(), warrant.sequence());
    }
    return objection(issued, genuine.signer())
        .or(() -> timely.objection(issued))
        .<Verdict>map(reason -> new Verdict.Refused(genuine.signer(), issued, reason))
        .orElseGet(() -> new Verdict.Trusted(genuine.signer(), issued));
  }

  private Optional<RefusalReason> objection(IssuedOrder issued, KeyId signer) {
    Warrant warrant = issued.warrant();
    if (!warrant.commune().equals(station.commune())) {
      return Optional.of(RefusalReason.OTHER_COMMUNE);
    }
    if (Collections.disjoint(warrant.zones(), station.zones())) {
      return Optional.of(RefusalReason.OTHER_ZONE);
    }
    Priority urgency =
        issued.order() instanceof Order.Play play ? play.priority() : Priority.EMERGENCY;
    return station.maySpeak(signer, warrant) && station.mayAsk(signer, urgency)
        ? Optional.empty()
        : Optional.of(RefusalReason.ISSUER_NOT_ALLOWED);
  }

  /** Whether an order holds now. */
  private interface TimeRule {
    Optional<RefusalReason> objection(IssuedOrder issued);
  }

  private static Optional<RefusalReason> untimely(Warrant warrant, Instant now) {
    if (now.isBefore(warrant.notBefore())) {
      return Optional.of(RefusalReason.NOT_YET_VALID);
    }
    return now.isBefore(warrant.expires()) ? Optional.empty() : Optional.of(RefusalReason.EXPIRED);
  }
}
