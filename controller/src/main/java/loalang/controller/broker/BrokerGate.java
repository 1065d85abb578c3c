// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

/** Who may enter the broker and do what. Asked for every connection and message, on any thread. */
public interface BrokerGate {

  /** True if this client may connect. */
  boolean admits(String clientId, String user, String password);

  /**
   * True if this connected client may do this.
   *
   * @param user empty if the client gave none
   * @param topic a topic name to publish, a topic filter to subscribe
   */
  boolean permits(BrokerAction action, String clientId, String user, String topic);
}
