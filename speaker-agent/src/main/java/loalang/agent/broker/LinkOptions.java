// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.time.InstantSource;
import java.util.List;
import loalang.protocol.SpeakerId;
import loalang.protocol.topic.Topics;

/**
 * How to connect.
 *
 * @param broker where it is and how it is recognised
 * @param speaker user name and client identifier
 * @param password never printed
 * @param topics of the commune
 * @param now by which the broker's certificate is judged
 * @param orderTopics where orders for this pole come
 * @param will the state the broker publishes when the connection breaks
 */
public record LinkOptions(
    BrokerAddress broker,
    SpeakerId speaker,
    String password,
    Topics topics,
    InstantSource now,
    List<String> orderTopics,
    Will will) {
  public LinkOptions {
    orderTopics = List.copyOf(orderTopics);
  }

  /** The bytes of a message that somebody else will publish. */
  public interface Will {
    byte[] bytes();
  }

  @Override
  public String toString() {
    return "LinkOptions[%s at %s]".formatted(speaker, broker);
  }
}
