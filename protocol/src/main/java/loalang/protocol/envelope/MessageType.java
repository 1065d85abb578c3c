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
  ENROLMENT_ANSWER("loa-enrolled"),
  /** An {@link loalang.protocol.plan.IssuedPlan}: the one message that may be large. */
  PLAN("loa-plan", 1024 * 1024),
  /** A {@link loalang.protocol.clock.ClockAnswer}. */
  CLOCK_ANSWER("loa-clock"),
  /** A {@link loalang.protocol.keys.KeyStatement}. */
  KEY_STATEMENT("loa-keys");

  private final String typ;
  private final int maxEnvelopeBytes;

  MessageType(String typ) {
    this(typ, 64 * 1024);
  }

  MessageType(String typ, int maxEnvelopeBytes) {
    this.typ = typ;
    this.maxEnvelopeBytes = maxEnvelopeBytes;
  }

  /** The largest envelope of this kind that is looked at, in bytes. */
  public int maxEnvelopeBytes() {
    return maxEnvelopeBytes;
  }

  /** The value of the {@code typ} header parameter (RFC 7515 §4.1.9). */
  String typ() {
    return typ;
  }
}
