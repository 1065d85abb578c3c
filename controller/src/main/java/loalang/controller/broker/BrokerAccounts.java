// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;

/** Tells the broker who may enter and who may no more. On the event loop. */
public interface BrokerAccounts {

  /** Lets a pole in by a password, to its own topics; whoever was in by its name is out. */
  Future<Void> admit(SpeakerId speaker, Set<PagingZone> zones, String password);

  /** Lets whoever knows this code ask to join. */
  Future<Void> admitClaim(ClaimCode code, Instant expires);

  /** Lets a pole in no more and ends its connection. */
  Future<Void> revoke(SpeakerId speaker);
}
