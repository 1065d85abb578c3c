// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An office in a process of its own, which can be killed at any instant. */
public final class ChildOffice implements AutoCloseable {
  private final Process process;
  private final Path data;
  private final int httpPort;
  private final int mqttPort;

  private ChildOffice(Process process, Path data, int httpPort, int mqttPort) {
    this.process = process;
    this.data = data;
    this.httpPort = httpPort;
    this.mqttPort = mqttPort;
  }

  /** The child: opens an office and says where, then lives until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    try (TestOffice office = TestOffice.open(Path.of(arguments[0]))) {
      new PrintStream(System.out, true, StandardCharsets.UTF_8)
          .println("PORTS " + office.httpPort() + " " + office.mqttPort());
      Thread.currentThread().join();
    }
  }

  /** Starts a child in this directory. */
  public static ChildOffice start(Path data) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ChildOffice.class.getName(),
                  data.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      while (line != null && !line.startsWith("PORTS ")) {
        line = out.readLine();
      }
      if (line == null) {
        throw new AssertionError("The child ended with " + process.exitValue());
      }
      String[] ports = line.split(" ", 3);
      return new ChildOffice(process, data, Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int mqttPort() {
    return mqttPort;
  }

  public Officer officer() {
    try {
      return new Officer(httpPort, Files.readString(data.resolve("cli-token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kill -9. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
