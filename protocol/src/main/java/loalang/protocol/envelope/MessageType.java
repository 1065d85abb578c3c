// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.envelope;

/** What a signature is about. Signed with the payload, so that one kind never passes as another. */
public enum MessageType {
  /** An {@link loalang.protocol.order.IssuedOrder}. */
  ORDER("loa-order"),
  /** A {@link loalang.protocol.report.NumberedReport}. */
  REPORT("loa-report"),
  /** An {@link loalang.protocol.report.Acknowledgement}. */
  ACKNOWLEDGEMENT("loa-ack"),
  /** An {@link loalang.protocol.enrolment.EnrolmentAnswer}. */
  ENROLMENT_ANSWER("loa-enrolled");

  private final String typ;

  MessageType(String typ) {
    this.typ = typ;
  }

  /** The value of the {@code typ} header parameter (RFC 7515 §4.1.9). */
  String typ() {
    return typ;
  }
}
