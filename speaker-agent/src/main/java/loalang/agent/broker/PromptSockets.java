// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets that send at once. Paho leaves Nagle's algorithm on (RFC 896): a report behind an
 * acknowledgement of MQTT would wait until the broker's host confirms that, 40 ms on Linux. Any
 * thread.
 */
final class PromptSockets extends SSLSocketFactory {
  private final SSLSocketFactory factory;

  PromptSockets(SSLSocketFactory factory) {
    this.factory = factory;
  }

  private static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return prompt(factory.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return prompt(factory.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(factory.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return prompt(factory.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return prompt(factory.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(Socket over, String host, int port, boolean closesIt)
      throws IOException {
    return prompt(factory.createSocket(over, host, port, closesIt));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }
}
