// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real agent in a process of its own, with the memory a pole has. */
public final class AgentProcess implements AutoCloseable {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final String MAIN = "loalang.agent.AgentMain";
  private static final List<String> JAVA_FLAGS =
      List.of(
          "-Xms4m",
          "-Xmn1m",
          "-Xmx24m",
          "-Xss256k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=16m");

  /** Quiet hours that are over when a test runs, whatever the time. */
  private static final String QUIET_LONG_PAST = quietElsewhen();

  private final Process process;
  private final Awaited<String> lines = new Awaited<>();

  private AgentProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "agent-output");
    reader.setDaemon(true);
    reader.start();
  }

  private static String quietElsewhen() {
    int hour = (LocalTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).getHour() + 12) % 24;
    return "%02d:00-%02d:01".formatted(hour, hour);
  }

  public static AgentProcess start(Path stateDirectory, String... more) throws IOException {
    return start(Map.of(), stateDirectory, more);
  }

  public static AgentProcess start(
      Map<String, String> environment, Path stateDirectory, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(JAVA_FLAGS);
    command.addAll(AgentClasses.options(JAVA_FLAGS));
    command.add(MAIN);
    command.addAll(List.of("--state-dir", stateDirectory.toString(), "--heartbeat", "1"));
    command.addAll(List.of("--quiet-hours", QUIET_LONG_PAST));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new AgentProcess(builder.start());
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("(its output ended: " + e.getMessage() + ")");
    }
  }

  /** What it says, its log included. */
  public Awaited<String> lines() {
    return lines;
  }

  public void awaitLine(String part) {
    lines.await(line -> line.contains(part));
  }

  public long pid() {
    return process.pid();
  }

  /** SIGTERM; waits for the end. */
  public int terminate() {
    process.toHandle().destroy(); // Process.destroy would close its output too
    return exitCode();
  }

  /** SIGKILL: no goodbye. */
  public void kill() {
    process.destroyForcibly();
    int code = exitCode();
    if (code == 0) {
      throw new IllegalStateException("It ended by itself.");
    }
  }

  /** Waits for the end. */
  public int exitCode() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new AssertionError("The agent goes on; it said " + lines.soFar());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitCode();
  }
}
