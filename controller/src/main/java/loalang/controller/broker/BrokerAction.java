// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

/** What a client wants to do with a topic. */
public enum BrokerAction {
  /** Publish to a topic name. */
  PUBLISH,
  /** Subscribe to a topic filter. */
  SUBSCRIBE
}
