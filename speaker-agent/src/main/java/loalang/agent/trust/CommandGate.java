// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
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
  private final Map<KeyId, Issuer> levels;

  /** A gate for this pole. */
  public CommandGate(Station station) {
    this.station = station;
    this.verifier = new EnvelopeVerifier(station.trusted().stream().map(TrustedKey::key).toList());
    Map<KeyId, Issuer> byKey = new HashMap<>();
    station.trusted().forEach(trusted -> byKey.put(trusted.key().id(), trusted.issuer()));
    this.levels = Map.copyOf(byKey);
  }

  /**
   * Judges the bytes of an order as received.
   *
   * @param envelope as received
   * @param judged what was judged before
   * @param now by the node's clock
   */
  public Verdict judge(byte[] envelope, ReplayWindows judged, Instant now) {
    Opened opened = verifier.open(MessageType.ORDER, envelope);
    if (opened instanceof Opened.Genuine genuine) {
      return judge(genuine, judged, now);
    }
    return new Verdict.Unverified(((Opened.Unverified) opened).why().name());
  }

  private Verdict judge(Opened.Genuine genuine, ReplayWindows judged, Instant now) {
    Decoded<IssuedOrder> decoded = Wire.ORDER.decode(genuine.payload());
    if (!(decoded instanceof Decoded.Understood<IssuedOrder> understood)) {
      return new Verdict.Unverified(ORDER_MALFORMED);
    }
    IssuedOrder issued = understood.value();
    Warrant warrant = issued.warrant();
    if (judged.cover(genuine.signer(), warrant.sequence())) {
      return new Verdict.Duplicate(genuine.signer(), warrant.sequence());
    }
    return objection(warrant, genuine.signer(), now)
        .<Verdict>map(reason -> new Verdict.Refused(genuine.signer(), issued, reason))
        .orElseGet(() -> new Verdict.Trusted(genuine.signer(), issued));
  }

  private Optional<RefusalReason> objection(Warrant warrant, KeyId signer, Instant now) {
    if (!warrant.commune().equals(station.commune())) {
      return Optional.of(RefusalReason.OTHER_COMMUNE);
    }
    if (Collections.disjoint(warrant.zones(), station.zones())) {
      return Optional.of(RefusalReason.OTHER_ZONE);
    }
    Issuer level = levels.get(signer);
    if (level == null || warrant.issuer().compareTo(level) > 0) {
      return Optional.of(RefusalReason.ISSUER_NOT_ALLOWED);
    }
    if (now.isBefore(warrant.notBefore())) {
      return Optional.of(RefusalReason.NOT_YET_VALID);
    }
    return now.isBefore(warrant.expires()) ? Optional.empty() : Optional.of(RefusalReason.EXPIRED);
  }
}
