// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.village;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * One of our programs, running as a process of its own. Closing it asks it to end, then ends it.
 */
public final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * How to start a program.
   *
   * @param jar the program
   * @param javaOptions for the virtual machine
   * @param arguments for the program
   * @param environment added to this process's own
   * @param log where everything it prints goes, appended
   */
  public record Spec(
      Path jar,
      List<String> javaOptions,
      List<String> arguments,
      Map<String, String> environment,
      Path log) {
    public Spec {
      javaOptions = List.copyOf(javaOptions);
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /**
   * Starts a program.
   *
   * @throws ProblemException {@code PROGRAM_NOT_BUILT} if its jar is not there
   */
  public static Program start(Spec spec) {
    if (!Files.isRegularFile(spec.jar())) {
      throw new ProblemException(
          new Problem(
              "PROGRAM_NOT_BUILT",
              spec.jar().getFileName() + " is not built.",
              "Run ./loa demo, or mvn -DskipTests package."));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(spec.javaOptions());
    command.add("-jar");
    command.add(spec.jar().toString());
    command.addAll(spec.arguments());
    try {
      Files.createDirectories(spec.log().toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
      builder.environment().putAll(spec.environment());
      return new Program(builder.start(), spec.log());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "PROGRAM_NOT_STARTED",
              spec.jar().getFileName() + " could not be started.",
              "See whether this machine has memory and disk left."),
          e);
    }
  }

  /** True while it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process identifier. */
  public long pid() {
    return process.pid();
  }

  /** What it printed. */
  public Path log() {
    return log;
  }

  /** Ends it as a power cut would: no farewell. Returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(PATIENCE);
  }

  @Override
  public void close() {
    process.destroy();
    if (!awaitEnd(PATIENCE)) {
      kill();
    }
  }

  private boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
