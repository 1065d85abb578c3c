// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program that is asked something and answers in a few lines. */
public final class ShortProgram {
  private ShortProgram() {}

  /**
   * What a program said.
   *
   * @param status it ended with, 0 if all was well
   * @param words on both its streams
   */
  public record Answer(int status, String words) {}

  /**
   * Asks; blocks up to the limit.
   *
   * @param command with its arguments
   * @return empty if there is no such program, or it was not done in time
   */
  public static Optional<Answer> ask(List<String> command, Duration limit) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new Answer(process.exitValue(), said));
    } catch (IOException noSuchProgram) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
