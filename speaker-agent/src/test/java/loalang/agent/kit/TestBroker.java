// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Debian's Mosquitto on a free loopback port; keeps its sessions over a restart. */
public final class TestBroker implements AutoCloseable {
  private static final String PROGRAM = "/usr/sbin/mosquitto";

  private final Path directory;
  private final int port;
  private Process process;

  public TestBroker(Path directory) throws IOException {
    this(directory, freePort(), "");
  }

  /** One that also speaks TLS, on a port of its own, with what this authority gave it. */
  public static TestBroker withTls(Path directory, int tlsPort, TestAuthority.Pair pair)
      throws IOException {
    return new TestBroker(
        directory,
        freePort(),
        "listener %d 127.0.0.1\ncertfile %s\nkeyfile %s\n"
            .formatted(tlsPort, pair.chain(), pair.key()));
  }

  private TestBroker(Path directory, int port, String more) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.port = port;
    String settings =
        """
        listener %d 127.0.0.1
        allow_anonymous true
        persistence true
        persistence_location %s/
        max_inflight_messages 20
        user root
        %s"""
            .formatted(port, directory, more);
    Files.writeString(directory.resolve("mosquitto.conf"), settings);
    this.process = start();
  }

  /** A free port of this moment. */
  public static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  private Process start() throws IOException {
    Process started =
        new ProcessBuilder(PROGRAM, "-v", "-c", directory.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .start();
    CountDownLatch running = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.contains(" running")) {
                    running.countDown();
                  }
                }
              } catch (IOException e) {
                running.countDown(); // it ended, and its output with it
              }
            },
            "mosquitto-output");
    reader.setDaemon(true);
    reader.start();
    try {
      if (!running.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Mosquitto did not start on port " + port);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return started;
  }

  /** Ends it as an administrator would; its sessions are saved. */
  public void stop() {
    process.destroy();
    ended();
  }

  /** Starts it again on the same port. */
  public void startAgain() throws IOException {
    process = start();
  }

  private void ended() {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    ended();
  }
}
