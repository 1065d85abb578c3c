// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * An MQTT 5 broker in this process, durable in a directory (ADR 0050). Blocking: start and close it
 * on a worker.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int START_SECONDS = 30;

  private final ActiveMQServerImpl server;

  private EmbeddedBroker(ActiveMQServerImpl server) {
    this.server = server;
  }

  /**
   * Starts and listens.
   *
   * @param presence told on the broker's threads who connects and who is gone
   * @throws ProblemException PORT_TAKEN or BROKER_NOT_STARTED
   */
  public static EmbeddedBroker start(
      BrokerSettings settings, BrokerGate gate, BrokerPresence presence) {
    requireFree(settings);
    ActiveMQServerImpl server =
        new ActiveMQServerImpl(
            ArtemisSettings.of(settings, new PresencePlugin(presence)), new ArtemisSecurity(gate));
    EmbeddedBroker broker = new EmbeddedBroker(server);
    try {
      server.start();
      if (!server.waitForActivation(START_SECONDS, TimeUnit.SECONDS) || broker.port() <= 0) {
        throw new IOException("it does not listen");
      }
      return broker;
    } catch (Exception e) { // the library declares Exception
      broker.close();
      throw notStarted(settings, e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return acceptor().getActualPort();
  }

  /** Shows new connections what lies in its key store now; the others go on. */
  public void showCertificateAnew() {
    acceptor().reload();
  }

  /** Ends the connection of a client, if it has one. Blocking. */
  public void drop(String clientId) {
    for (RemotingConnection connection : server.getRemotingService().getConnections()) {
      if (clientId.equals(connection.getClientID())) {
        connection.fail(new ActiveMQException("its right to be here ended"));
      }
    }
  }

  private NettyAcceptor acceptor() {
    return (NettyAcceptor) server.getRemotingService().getAcceptor(ArtemisSettings.ACCEPTOR);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // the library declares Exception
      throw new IllegalStateException("The broker does not stop.", e);
    }
  }

  // The broker logs a failed bind and goes on without a door; ask before.
  private static void requireFree(BrokerSettings settings) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "PORT_TAKEN",
              "MQTT port %s:%d cannot be opened: %s."
                  .formatted(settings.host(), settings.port(), e.getMessage()),
              "Stop the other program, or choose another port with --mqtt-port."),
          e);
    }
  }

  private static ProblemException notStarted(BrokerSettings settings, Exception e) {
    return new ProblemException(
        new Problem(
            "BROKER_NOT_STARTED",
            "The broker does not start in %s: %s.".formatted(settings.directory(), e.getMessage()),
            "Look into the log; is the disk full, or the directory another user's?"),
        e);
  }
}
