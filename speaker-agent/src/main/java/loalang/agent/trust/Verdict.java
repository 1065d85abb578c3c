// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.trust;

import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.report.RefusalReason;

/** What came of judging the bytes of an order. */
public sealed interface Verdict {

  /**
   * To be obeyed.
   *
   * @param signer whose signature
   * @param issued what was signed
   */
  record Trusted(KeyId signer, IssuedOrder issued) implements Verdict {}

  /**
   * Genuine, not to be obeyed, to be reported.
   *
   * @param signer whose signature
   * @param issued what was signed
   * @param reason the first rule it breaks
   */
  record Refused(KeyId signer, IssuedOrder issued, RefusalReason reason) implements Verdict {}

  /**
   * Thrown away and counted: nobody we trust said this, or nobody can read it.
   *
   * @param code stable, upper case, for the state and the log
   */
  record Unverified(String code) implements Verdict {}

  /**
   * A copy of an order judged before, or one so old that this cannot be told apart. No offence: an
   * order for two zones arrives twice.
   *
   * @param signer whose signature
   * @param sequence the warrant's
   */
  record Duplicate(KeyId signer, long sequence) implements Verdict {}
}
