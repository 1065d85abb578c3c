// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import java.util.Optional;
import loalang.protocol.clock.ClockAnswer;
import loalang.protocol.enrolment.TrustedKey;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.keys.KeyStatement;
import loalang.protocol.report.Acknowledgement;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Reads the small messages a trusted key signed for this pole. Immutable. */
public final class OfficeWord {
  private final Station station;
  private final EnvelopeVerifier verifier;

  /** Reads for this pole. */
  public OfficeWord(Station station) {
    this.station = station;
    this.verifier = new EnvelopeVerifier(station.trusted().stream().map(TrustedKey::key).toList());
  }

  /**
   * A statement about keys and who signed it.
   *
   * @param signer whose signature
   * @param statement for this commune
   */
  public record Stated(KeyId signer, KeyStatement statement) {}

  /** Up to which report the office has stored them; empty if nobody we trust says so. */
  public Optional<Long> acknowledged(byte[] envelope) {
    return genuine(MessageType.ACKNOWLEDGEMENT, envelope)
        .map(opened -> Wire.ACKNOWLEDGEMENT.decode(opened.payload()))
        .flatMap(OfficeWord::understood)
        .filter(ack -> ack.speaker().equals(station.speaker()))
        .map(Acknowledgement::through);
  }

  /** What the office's clock says; empty if nobody we trust says so. */
  public Optional<ClockAnswer> time(byte[] envelope) {
    return genuine(MessageType.CLOCK_ANSWER, envelope)
        .map(opened -> Wire.CLOCK_ANSWER.decode(opened.payload()))
        .flatMap(OfficeWord::understood)
        .filter(answer -> answer.speaker().equals(station.speaker()));
  }

  /** Which keys to obey; empty if nobody we trust says so, or it is for others. */
  public Optional<Stated> keys(byte[] envelope) {
    return genuine(MessageType.KEY_STATEMENT, envelope)
        .flatMap(
            opened ->
                understood(Wire.KEY_STATEMENT.decode(opened.payload()))
                    .filter(one -> one.commune().equals(station.commune()))
                    .map(one -> new Stated(opened.signer(), one)));
  }

  private Optional<Opened.Genuine> genuine(MessageType type, byte[] envelope) {
    return verifier.open(type, envelope) instanceof Opened.Genuine opened
        ? Optional.of(opened)
        : Optional.empty();
  }

  private static <T> Optional<T> understood(Decoded<T> decoded) {
    return decoded instanceof Decoded.Understood<T> one
        ? Optional.of(one.value())
        : Optional.empty();
  }
}
