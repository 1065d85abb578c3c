// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Debian's Mosquitto with the configuration of a folder. */
public final class Mosquitto implements AutoCloseable {
  private static final String PROGRAM = "/usr/sbin/mosquitto";

  private final Process process;
  private final List<String> log = new CopyOnWriteArrayList<>();

  private Mosquitto(Process process) {
    this.process = process;
  }

  /** A free port of this moment. */
  public static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Starts it and waits until it listens. */
  public static Mosquitto start(Path folder) throws IOException {
    Path settings = folder.resolve("mosquitto.conf");
    boolean knowsUser = Files.readString(settings).contains("user root"); // it was started before
    if (System.getProperty("user.name").equals("root") && !knowsUser) {
      Files.writeString(settings, "user root\n", StandardOpenOption.APPEND);
    }
    Process process =
        new ProcessBuilder(PROGRAM, "-v", "-c", settings.toString())
            .redirectErrorStream(true)
            .start();
    Mosquitto broker = new Mosquitto(process);
    CountDownLatch running = new CountDownLatch(1);
    Thread reader = new Thread(() -> broker.read(running), "mosquitto-output");
    reader.setDaemon(true);
    reader.start();
    try {
      if (!running.await(20, TimeUnit.SECONDS) || !process.isAlive()) {
        throw new AssertionError("Mosquitto does not start: " + broker.log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return broker;
  }

  /** What it said. */
  public List<String> log() {
    return List.copyOf(log);
  }

  private void read(CountDownLatch running) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        if (line.contains(" running")) {
          running.countDown();
        }
      }
    } catch (IOException e) {
      log.add("(its output ended)");
    }
    running.countDown();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
