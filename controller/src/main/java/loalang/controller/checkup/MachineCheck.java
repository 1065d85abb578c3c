// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import loalang.controller.backup.LastCopy;
import loalang.controller.clock.ClockSync;
import loalang.controller.machine.ShortProgram;

/**
 * Looks at the machine an office runs on, or shall run on. Blocking, at most some seconds.
 *
 * @param data the office's directory; need not be there yet
 * @param voice the program that speaks, with the question for its version
 * @param clock who is asked whether the clock is kept
 */
public record MachineCheck(Path data, List<String> voice, ClockSync clock) {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  public MachineCheck {
    voice = List.copyOf(voice);
  }

  /** What a Debian system has. */
  public static MachineCheck ofThisSystem(Path data) {
    return new MachineCheck(data, List.of("espeak-ng", "--version"), ClockSync.ofThisSystem());
  }

  /** What is found now, in the order of the checks. */
  public List<Finding> look(Instant now) {
    return List.of(
        CheckRules.java(Runtime.version().feature(), Runtime.version().toString()),
        CheckRules.voice(firstLine()),
        CheckRules.disk(free()),
        CheckRules.sound(AudioSystem.getMixerInfo().length > 0),
        CheckRules.clock(clock.problem()),
        CheckRules.copy(LastCopy.of(data), now));
  }

  private long free() {
    Path existing = data.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    // Not FileStore: it looks for a mount point, and in a container there may be none to find.
    return existing.toFile().getUsableSpace();
  }

  private Optional<String> firstLine() {
    return ShortProgram.ask(voice, LIMIT).flatMap(said -> said.words().lines().findFirst());
  }
}
