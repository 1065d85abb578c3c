// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;
import loalang.protocol.enrolment.ClaimCode;

/**
 * The accounts of the embedded broker: it asks the gate every time, so that only connections are to
 * be ended.
 */
public final class GateAccounts implements BrokerAccounts {
  private final Vertx vertx;
  private final EmbeddedBroker broker;

  /** Accounts of this broker. */
  public GateAccounts(Vertx vertx, EmbeddedBroker broker) {
    this.vertx = vertx;
    this.broker = broker;
  }

  @Override
  public Future<Void> admit(SpeakerId speaker, Set<PagingZone> zones, String password) {
    return drop(speaker);
  }

  @Override
  public Future<Void> admitClaim(ClaimCode code, Instant expires) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> revoke(SpeakerId speaker) {
    return drop(speaker);
  }

  private Future<Void> drop(SpeakerId speaker) {
    return vertx.executeBlocking(
        () -> {
          broker.drop(speaker.value());
          return null;
        });
  }
}
