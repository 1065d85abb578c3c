// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

/** Hears who is connected. Called on the broker's threads: hand over at once. */
@FunctionalInterface
public interface BrokerPresence {

  /**
   * A client came or went.
   *
   * @param clientId which
   * @param connected true if it is connected now
   */
  void changed(String clientId, boolean connected);
}
