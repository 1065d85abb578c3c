// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.simulation.world;

import java.util.Set;
import loalang.protocol.PagingZone;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;

/** That an airing may sound: what was really signed, and by whom. */
record Grant(KeyId by, Warrant warrant, Set<PagingZone> zones, Order.Play play) {}
