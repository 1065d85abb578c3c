// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.protocol.order;

/**
 * An order with the warrant that makes it one: what is signed.
 *
 * @param warrant who says so, to whom, for how long
 * @param order what to do
 */
public record IssuedOrder(Warrant warrant, Order order) {}
