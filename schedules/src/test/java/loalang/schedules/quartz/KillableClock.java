// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.quartz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * A process of its own with a lasting clockwork in it: rings are printed, one a line. Ends when its
 * input ends, or when it is killed.
 */
public final class KillableClock {
  private KillableClock() {}

  /**
   * Runs.
   *
   * @param arguments "sqlite" and a file, or "postgres" and an address; then alarms to set
   */
  public static void main(String[] arguments) throws IOException {
    boolean isClustered = arguments[0].equals("postgres");
    DataSource database =
        isClustered ? Databases.postgres(arguments[1]) : Databases.sqlite(Path.of(arguments[1]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (QuartzClockwork clock =
        QuartzClockwork.lasting(new LastingStore(database, "xa", isClustered))) {
      for (int i = 2; i < arguments.length; i++) {
        clock.add(Instant.parse(arguments[i]));
      }
      clock.start(ring -> out.println("ring " + ring));
      out.println("ready");
      while (System.in.read() >= 0) {
        out.println("alive");
      }
    }
  }
}
