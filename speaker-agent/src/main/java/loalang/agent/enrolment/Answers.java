// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import java.util.List;
import loalang.agent.trust.Station;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.envelope.EnvelopeVerifier;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.envelope.Opened;
import loalang.protocol.envelope.VerifyKey;
import loalang.protocol.wire.Decoded;
import loalang.protocol.wire.Wire;

/** Reads what an office answered: its signature first, then its meaning. */
final class Answers {
  private Answers() {}

  /**
   * What the office said.
   *
   * @throws ProblemException ENROLMENT_NOT_GENUINE if the named office did not sign it
   */
  static EnrolmentAnswer read(byte[] envelope, VerifyKey office) {
    Opened opened =
        new EnvelopeVerifier(List.of(office)).open(MessageType.ENROLMENT_ANSWER, envelope);
    if (opened instanceof Opened.Genuine genuine
        && Wire.ENROLMENT_ANSWER.decode(genuine.payload())
            instanceof Decoded.Understood<EnrolmentAnswer> understood) {
      return understood.value();
    }
    throw new ProblemException(
        new Problem(
            "ENROLMENT_NOT_GENUINE",
            "The answer was not signed by the office the ticket names (%s).".formatted(opened),
            "Check that host and port belong to your office; do not use this ticket again."));
  }

  static Station station(EnrolmentAnswer.Granted granted) {
    return new Station(granted.speaker(), granted.commune(), granted.zones(), granted.trusted());
  }
}
