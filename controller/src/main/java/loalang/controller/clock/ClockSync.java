// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import loalang.controller.machine.ShortProgram;
import loalang.protocol.Problem;

/**
 * Asks the system whether its clock is kept by a time server. Blocking, at most a few seconds.
 *
 * @param timesync the file systemd-timesyncd leaves when it is synchronised
 * @param commands asked one after the other; the first that exists decides
 */
public record ClockSync(Path timesync, List<Question> commands) {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  /**
   * A command.
   *
   * @param command with its arguments
   * @param good what its answer looks like if the clock is kept; a command that fails says nothing
   */
  public record Question(List<String> command, Pattern good) {
    public Question {
      command = List.copyOf(command);
    }
  }

  public ClockSync {
    commands = List.copyOf(commands);
  }

  /** What a Debian system has. */
  public static ClockSync ofThisSystem() {
    return new ClockSync(
        Path.of("/run/systemd/timesync/synchronized"),
        List.of(
            new Question(
                List.of("chronyc", "-c", "tracking"), Pattern.compile("(?!00000000)[0-9A-F]{8},")),
            new Question(
                List.of("timedatectl", "show", "-p", "NTPSynchronized", "--value"),
                Pattern.compile("yes"))));
  }

  /** Why the clock is not to be relied on; empty if it is kept, or nobody here can tell. */
  public Optional<Problem> problem() {
    if (Files.exists(timesync)) {
      return Optional.empty();
    }
    return commands.stream()
        .map(ClockSync::isKept)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(kept -> !kept)
        .map(no -> notKept());
  }

  private static Optional<Boolean> isKept(Question question) {
    return ShortProgram.ask(question.command(), LIMIT)
        .filter(said -> said.status() == 0)
        .map(said -> question.good().matcher(said.words()).lookingAt());
  }

  private static Problem notKept() {
    return new Problem(
        "CLOCK_NOT_SYNCHRONISED",
        "No time server keeps this machine's clock; every pole takes its time from it.",
        "Set the clock and switch NTP on: timedatectl set-ntp true, or install chrony.");
  }
}
