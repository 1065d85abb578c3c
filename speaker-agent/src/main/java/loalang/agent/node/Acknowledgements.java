// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.node;

import java.util.Optional;
import loalang.agent.trust.Station;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Reads acknowledgements that a trusted key signed for this pole. Pure. */
final class Acknowledgements {
  private final Station station;
  private final EnvelopeVerifier verifier;

  Acknowledgements(Station station) {
    this.station = station;
    this.verifier = new EnvelopeVerifier(station.trusted().stream().map(TrustedKey::key).toList());
  }

  /** Up to which report the office has stored them; empty if nobody we trust says so. */
  Optional<Long> through(byte[] envelope) {
    if (verifier.open(MessageType.ACKNOWLEDGEMENT, envelope) instanceof Opened.Genuine genuine
        && Wire.ACKNOWLEDGEMENT.decode(genuine.payload())
            instanceof Decoded.Understood<Acknowledgement> understood
        && understood.value().speaker().equals(station.speaker())) {
      return Optional.of(understood.value().through());
    }
    return Optional.empty();
  }
}
