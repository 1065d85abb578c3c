// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Tells who is connected, once per change, and nothing when a client takes its own place over. */
final class PresencePlugin implements ActiveMQServerPlugin {
  private final Map<String, Object> connectionOf = new ConcurrentHashMap<>();
  private final BrokerPresence presence;

  PresencePlugin(BrokerPresence presence) {
    this.presence = presence;
  }

  @Override
  public void afterCreateSession(ServerSession session) {
    if (session.getRemotingConnection() instanceof MQTTConnection connection
        && connectionOf.put(connection.getClientID(), connection.getID()) == null) {
      presence.changed(connection.getClientID(), true);
    }
  }

  @Override
  public void afterDestroyConnection(RemotingConnection connection) {
    String clientId = connection.getClientID();
    if (clientId != null && connectionOf.remove(clientId, connection.getID())) {
      presence.changed(clientId, false);
    }
  }
}
