// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.util.Set;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager4;
import org.jspecify.annotations.Nullable;

/** Puts the broker's questions to the gate. Null means no, as the interface wants it. */
record ArtemisSecurity(BrokerGate gate) implements ActiveMQSecurityManager4 {

  @Override
  public @Nullable String validateUser(
      @Nullable String user,
      @Nullable String password,
      @Nullable RemotingConnection connection,
      @Nullable String domain) {
    String clientId = clientIdOf(connection);
    String name = orEmpty(user);
    return clientId != null && gate.admits(clientId, name, orEmpty(password)) ? name : null;
  }

  @Override
  public @Nullable String validateUserAndRole(
      @Nullable String user,
      @Nullable String password,
      Set<Role> roles,
      CheckType type,
      String address,
      @Nullable RemotingConnection connection,
      @Nullable String domain) {
    String clientId = clientIdOf(connection);
    if (clientId == null || address.startsWith("$")) {
      return null; // addresses of that kind are the broker's own
    }
    String name = orEmpty(user);
    return permits(clientId, name, type, address) ? name : null;
  }

  private boolean permits(String clientId, String user, CheckType type, String address) {
    String topic = MQTTUtil.getMqttTopicFromCoreAddress(address, new WildcardConfiguration());
    return switch (type) {
      case SEND -> gate.permits(BrokerAction.PUBLISH, clientId, user, topic);
      case CONSUME, BROWSE, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE ->
          gate.permits(BrokerAction.SUBSCRIBE, clientId, user, topic);
      case CREATE_ADDRESS ->
          gate.permits(BrokerAction.PUBLISH, clientId, user, topic)
              || gate.permits(BrokerAction.SUBSCRIBE, clientId, user, topic);
      case DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE, DELETE_ADDRESS -> true; // its own
      default -> false; // managing the broker
    };
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    return false;
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String user, @Nullable String password, Set<Role> roles, CheckType type) {
    return false;
  }

  private static @Nullable String clientIdOf(@Nullable RemotingConnection connection) {
    return connection == null ? null : connection.getClientID();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
