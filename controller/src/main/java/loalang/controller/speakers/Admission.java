// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.speakers;

import java.time.Instant;
import java.util.Optional;
import loalang.controller.broker.OfficeGate;
import loalang.controller.speakers.TicketStore.Ticket;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;
import loalang.protocol.enrolment.EnrolmentRequest;

/** Whether a pole may join, and as whom. Pure. */
sealed interface Admission {

  /** Come in under this name. */
  record As(SpeakerId name) implements Admission {}

  /** No. */
  record Denied(Problem why) implements Admission {}

  /**
   * Decides.
   *
   * @param ticket whose code the pole came in by
   * @param taken the speaker that already has the name in question, if there is one
   */
  static Admission of(
      EnrolmentRequest request, Ticket ticket, Optional<Speaker> taken, Instant now) {
    if (!now.isBefore(ticket.code().expires())) {
      return denied("CLAIM_EXPIRED", "The claim code is too old.");
    }
    if (ticket.usedBy().isPresent()) {
      // The answer may have been lost on the way: the same pole may ask again.
      return ticket.usedKey().equals(Optional.of(request.key().x()))
          ? new As(ticket.usedBy().get())
          : denied("CLAIM_USED", "The claim code was used by %s.".formatted(ticket.usedBy().get()));
    }
    Optional<SpeakerId> name = nameFor(request, ticket);
    if (name.isEmpty()) {
      return denied("SPEAKER_UNNAMED", "Neither the ticket nor the pole names the speaker.");
    }
    if (isReserved(name.get())) {
      return denied("SPEAKER_NAME_TAKEN", "No speaker can be named %s.".formatted(name.get()));
    }
    boolean replaces = ticket.speaker().isPresent(); // the office meant this very speaker
    if (taken.isPresent() && !replaces && !taken.get().key().equals(request.key())) {
      return denied("SPEAKER_NAME_TAKEN", "There already is a speaker %s.".formatted(name.get()));
    }
    return new As(name.get());
  }

  // The broker knows the office and asking poles by these.
  private static boolean isReserved(SpeakerId name) {
    return name.value().equals(OfficeGate.OFFICE) || name.value().startsWith(ClaimCode.CLIENT);
  }

  /** The name the pole would get: the ticket's, else the one it proposes. */
  static Optional<SpeakerId> nameFor(EnrolmentRequest request, Ticket ticket) {
    return ticket.usedBy().or(ticket::speaker).or(() -> Optional.ofNullable(request.proposed()));
  }

  private static Denied denied(String code, String what) {
    return new Denied(
        new Problem(code, what, "Ask the office for another ticket: loa ticket --speaker NAME."));
  }
}
