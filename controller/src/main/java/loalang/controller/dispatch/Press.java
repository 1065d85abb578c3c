// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.wire.Wire;

/**
 * Signs orders that are about no airing.
 *
 * @param about their name in the outbox, which is no airing's
 * @param commune whose orders they are
 * @param signer with the office's key of now
 */
record Press(AiringId about, CommuneId commune, Supplier<EnvelopeSigner> signer) {
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /**
   * When an order is good.
   *
   * @param now from this instant, a minute of clocks that are behind allowed for
   * @param life so long
   */
  record Term(Instant now, Duration life) {}

  StoredOrder sign(long sequence, PagingZone zone, Order order, Term term) {
    Instant expires = term.now().plus(term.life());
    Set<PagingZone> zones = Set.of(zone);
    Warrant warrant =
        new Warrant(
            sequence, Issuer.COMMUNE, commune, zones, term.now().minus(CLOCK_TOLERANCE), expires);
    return new StoredOrder(
        new OutboxStore.Ticket(sequence, about),
        zones,
        expires,
        signer.get().seal(MessageType.ORDER, Wire.ORDER.encode(new IssuedOrder(warrant, order))));
  }
}
