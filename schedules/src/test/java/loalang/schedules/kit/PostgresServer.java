// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of its own: made in a temporary folder, on a free port of this machine, gone
 * when it is closed. Needs Debian's package {@code postgresql}; as root it runs as that package's
 * user, because PostgreSQL refuses to run as root.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String READY = "ready to accept connections";
  private static final String USER = "postgres";

  private final Process process;
  private final Path folder;
  private final int port;

  private PostgresServer(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** True if the server's programs are on this machine. */
  public static boolean isInstalled() {
    return programs().isPresent();
  }

  /**
   * Starts one; returns when it accepts connections.
   *
   * @throws IllegalStateException if it is not installed
   */
  public static PostgresServer start() throws IOException, InterruptedException {
    Path programs =
        programs()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "PostgreSQL is not here; ./loa test installs Debian's postgresql."));
    Path folder = Files.createTempDirectory("loa-postgres");
    if (isRoot()) {
      run(List.of("chown", USER, folder.toString()));
    }
    Path store = folder.resolve("store");
    String locale = "--locale=C.UTF-8";
    run(
        asServer(
            List.of(
                programs.resolve("initdb").toString(),
                "-D",
                store.toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "--no-sync",
                locale)));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                asServer(
                    List.of(
                        programs.resolve("postgres").toString(),
                        "-D",
                        store.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    awaitReady(process);
    return new PostgresServer(process, folder, port);
  }

  /** Where it listens; the only user needs no password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, USER);
  }

  @Override
  public void close() throws IOException {
    try {
      // An interrupt is PostgreSQL's fast stop; it does not wait for clients to go.
      run(List.of("kill", "-INT", String.valueOf(process.pid())));
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : inside) {
      Files.delete(file);
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      if (line.contains(READY)) {
        Thread drain = new Thread(() -> log.lines().forEach(ignored -> {}), "postgres-log");
        drain.setDaemon(true);
        drain.start();
        return;
      }
    }
    throw new IOException("PostgreSQL did not start: " + said);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + said);
    }
  }

  private static List<String> asServer(List<String> command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups"));
    }
    words.addAll(command);
    return words;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Optional<Path> programs() {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
