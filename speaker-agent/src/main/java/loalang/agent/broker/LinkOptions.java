// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.util.List;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;

/**
 * How to connect.
 *
 * @param host of the broker
 * @param port of the broker
 * @param speaker user name and client identifier
 * @param password never printed
 * @param topics of the commune
 * @param orderTopics where orders for this pole come
 * @param will the state the broker publishes when the connection breaks
 */
public record LinkOptions(
    String host,
    int port,
    SpeakerId speaker,
    String password,
    Topics topics,
    List<String> orderTopics,
    Will will) {
  public LinkOptions {
    orderTopics = List.copyOf(orderTopics);
  }

  /** Where the broker is, as Paho wants it. */
  String uri() {
    return "tcp://" + host + ":" + port;
  }

  /** The bytes of a message that somebody else will publish. */
  public interface Will {
    byte[] bytes();
  }

  @Override
  public String toString() {
    return "LinkOptions[%s at %s:%d]".formatted(speaker, host, port);
  }
}
