// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * A PostgreSQL database as one file, as it stood at one instant, by PostgreSQL's own programs.
 * Blocking. The password goes to them by their environment, never by a command line.
 */
public final class PostgresCopy {
  private static final int MOST_WORDS = 400;

  private final DatabaseSettings settings;
  private final URI address;

  /** The copies of a database on a server. */
  public PostgresCopy(DatabaseSettings settings) {
    this.settings = settings;
    this.address = URI.create(settings.url().substring("jdbc:".length()));
  }

  /**
   * Writes one, while others work with the database.
   *
   * @param to a file that is not there yet
   * @throws IOException with what the program said
   * @throws ProblemException BACKUP_PROGRAM_MISSING
   */
  public void dump(Path to) throws IOException {
    run(List.of("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file=" + to));
  }

  /**
   * Fills an empty database, whole or not at all.
   *
   * @throws IOException with what the program said
   * @throws ProblemException BACKUP_PROGRAM_MISSING
   */
  public void restore(Path from) throws IOException {
    run(
        List.of(
            "pg_restore",
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            "--no-privileges",
            "--dbname=" + name(),
            from.toString()));
  }

  /** True if nobody has made a table in it. */
  public boolean isEmpty() throws IOException {
    Properties login = new Properties();
    settings.user().ifPresent(user -> login.setProperty("user", user));
    settings.password().ifPresent(password -> login.setProperty("password", password));
    try (Connection connection = DriverManager.getConnection(settings.url(), login);
        PreparedStatement question =
            connection.prepareStatement(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
        ResultSet answer = question.executeQuery()) {
      return answer.next() && answer.getLong(1) == 0;
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = start(builder, command.get(0));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            command.get(0)
                + ": "
                + said.strip().substring(0, Math.min(MOST_WORDS, said.strip().length())));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted.", e);
    }
  }

  private static Process start(ProcessBuilder builder, String program) {
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new ProblemException(
          new Problem(
              "BACKUP_PROGRAM_MISSING",
              "%s, which copies a PostgreSQL database, is not installed here.".formatted(program),
              "sudo apt-get install postgresql-client, no older than the server."),
          missing);
    }
  }

  private Map<String, String> environment() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("PGDATABASE", name());
    Optional.ofNullable(address.getHost()).ifPresent(host -> words.put("PGHOST", host));
    if (address.getPort() > 0) {
      words.put("PGPORT", String.valueOf(address.getPort()));
    }
    parameter("user").ifPresent(user -> words.put("PGUSER", user));
    parameter("password").ifPresent(password -> words.put("PGPASSWORD", password));
    parameter("sslmode").ifPresent(mode -> words.put("PGSSLMODE", mode));
    settings.user().ifPresent(user -> words.put("PGUSER", user));
    settings.password().ifPresent(password -> words.put("PGPASSWORD", password));
    return words;
  }

  private String name() {
    List<String> path = new ArrayList<>(List.of(String.valueOf(address.getPath()).split("/", -1)));
    return path.get(path.size() - 1);
  }

  private Optional<String> parameter(String name) {
    return Stream.of(Optional.ofNullable(address.getQuery()).orElse("").split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }
}
