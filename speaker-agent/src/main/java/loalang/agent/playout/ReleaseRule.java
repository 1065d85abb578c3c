// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playout;

import loalang.protocol.Priority;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;

/** What needs the names of two people before it may sound. */
public enum ReleaseRule {
  /** Nothing: for an office that cannot give releases yet. */
  OFF,
  /** An emergency of the commune, and whatever the commune wants to sound in quiet hours. */
  RELAXED,
  /** An emergency of the commune, and whatever is to sound in quiet hours. */
  STRICT;

  /** True if it may not sound, because nobody released it. */
  public boolean forbids(Order.Play play, Warrant warrant, boolean quiet) {
    boolean emergency = play.priority() == Priority.EMERGENCY;
    if (this == OFF || play.release() != null || !emergency) {
      return false;
    }
    return warrant.issuer() == Issuer.COMMUNE || (this == STRICT && quiet);
  }
}
