// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Linux to schedule one of our threads before all others (sched(7), SCHED_FIFO). */
final class Realtime {
  private static final Logger LOG = LoggerFactory.getLogger(Realtime.class);
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String PRIORITY = "20";
  private static final long COMMAND_SECONDS = 5;

  private Realtime() {}

  /** Asks for the thread of this name; whether it was granted is only logged. */
  static void ask(String threadName) {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).strip().equals(threadName)) {
          LOG.debug("REALTIME {}", granted(String.valueOf(task.getFileName())) ? "yes" : "no");
        }
      }
    } catch (IOException e) {
      LOG.debug("REALTIME no: {}", e.getMessage());
    }
  }

  private static boolean granted(String task) throws IOException {
    Process chrt =
        new ProcessBuilder("chrt", "--fifo", "--pid", PRIORITY, task)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return chrt.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) && chrt.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
