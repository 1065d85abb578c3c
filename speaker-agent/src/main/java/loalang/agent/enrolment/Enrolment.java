// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.enrolment;

import java.time.InstantSource;
import java.util.Optional;
import loalang.agent.broker.BrokerAddress;
import loalang.agent.broker.ClaimLink;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimTicket;
import loalang.protocol.enrolment.EnrolmentAnswer;
import loalang.protocol.enrolment.EnrolmentRequest;
import loalang.protocol.envelope.SigningKey;
import loalang.protocol.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Gives this pole its identity: the one on disk, or a new one for a ticket. */
public final class Enrolment {
  private final IdentityStore store;
  private final String agentVersion;
  private final InstantSource now;

  /** An enrolment that keeps what it gets in this store. */
  public Enrolment(IdentityStore store, String agentVersion, InstantSource now) {
    this.store = store;
    this.agentVersion = agentVersion;
    this.now = now;
  }

  /**
   * The identity to live with.
   *
   * @param ticket what the technician typed, if anything
   * @param name the name the technician proposes; null lets the office choose
   * @throws ProblemException ALREADY_ENROLLED, NOT_ENROLLED, TICKET_MALFORMED,
   *     ENROLMENT_NOT_GENUINE, what the office declined with, or a fault of the connection
   */
  public Identity identity(Optional<String> ticket, @Nullable SpeakerId name) {
    Optional<Identity> known = store.load();
    if (known.isPresent() && ticket.isPresent()) {
      throw new ProblemException(
          new Problem(
              "ALREADY_ENROLLED",
              "This pole is %s already.".formatted(known.get().station().speaker()),
              "Start it without --ticket; to make it another pole, use another --state-dir."));
    }
    if (known.isPresent()) {
      return known.get();
    }
    return enrol(
        parsed(
            ticket.orElseThrow(
                () ->
                    new ProblemException(
                        new Problem(
                            "NOT_ENROLLED",
                            "This pole does not know its office.",
                            "Ask the office for a claim ticket and start once with"
                                + " --ticket loa://…")))),
        name);
  }

  private static ClaimTicket parsed(String ticket) {
    try {
      return ClaimTicket.parse(ticket);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "TICKET_MALFORMED",
              "The claim ticket cannot be read.",
              "Copy it whole, in quotes: loa://host:port/commune?claim=CODE&key=KEY&ca=PIN."),
          e);
    }
  }

  private Identity enrol(ClaimTicket ticket, @Nullable SpeakerId name) {
    SigningKey key = SigningKey.generate();
    byte[] request =
        Wire.ENROLMENT_REQUEST.encode(new EnrolmentRequest(key.verifyKey(), name, agentVersion));
    byte[] envelope = ClaimLink.ask(ticket, request, now);
    EnrolmentAnswer answer = Answers.read(envelope, ticket.office());
    if (answer instanceof EnrolmentAnswer.Declined declined) {
      throw new ProblemException(declined.problem());
    }
    store.store(key, envelope, ticket);
    EnrolmentAnswer.Granted granted = (EnrolmentAnswer.Granted) answer;
    return new Identity(
        key,
        Answers.station(granted),
        ticket.office(),
        BrokerAddress.of(ticket),
        granted.password());
  }
}
