// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.checkup;

import java.time.Instant;
import java.util.Optional;
import loalang.controller.backup.LastCopy;
import loalang.controller.checkup.Finding.Check;
import loalang.protocol.Problem;

/** What is well, what is not, and what to do then. Pure. */
final class CheckRules {
  /** Less room than this does not last a week of recordings. */
  static final long ENOUGH_BYTES = 1_000_000_000L;

  private static final int OLDEST_JAVA = 17;
  private static final long BYTES_PER_MB = 1_000_000;

  private CheckRules() {}

  static Finding java(int feature, String version) {
    return feature >= OLDEST_JAVA
        ? Finding.well(Check.JAVA, "Java " + version)
        : Finding.broken(
            Check.JAVA,
            new Problem(
                "JAVA_TOO_OLD",
                "Java %d is too old; %d or newer is needed.".formatted(feature, OLDEST_JAVA),
                "sudo apt-get install default-jdk-headless"));
  }

  /**
   * The voice.
   *
   * @param version what the program says about itself; empty if it does not run
   */
  static Finding voice(Optional<String> version) {
    return version
        .map(said -> Finding.well(Check.VOICE, said.split("  Data at", 2)[0]))
        .orElseGet(
            () ->
                Finding.broken(
                    Check.VOICE,
                    new Problem(
                        "SPEECH_ENGINE_MISSING",
                        "espeak-ng, the voice that speaks Vietnamese, is missing.",
                        "sudo apt-get install espeak-ng")));
  }

  static Finding disk(long freeBytes) {
    return freeBytes >= ENOUGH_BYTES
        ? Finding.well(Check.DISK, "%d MB".formatted(freeBytes / BYTES_PER_MB))
        : Finding.broken(
            Check.DISK,
            new Problem(
                "DISK_NEARLY_FULL",
                "Only %d MB are free.".formatted(freeBytes / BYTES_PER_MB),
                "Make room for %d MB.".formatted(ENOUGH_BYTES / BYTES_PER_MB)));
  }

  static Finding sound(boolean hasDevice) {
    return hasDevice
        ? Finding.well(Check.SOUND, "")
        : Finding.warning(
            Check.SOUND,
            new Problem(
                "SOUND_DEVICE_MISSING",
                "This machine has no sound device.",
                "Nothing, unless it shall be a loudspeaker: an agent here writes WAV files."));
  }

  static Finding clock(Optional<Problem> wrong) {
    return wrong
        .map(why -> Finding.warning(Check.CLOCK, why))
        .orElseGet(() -> Finding.well(Check.CLOCK, ""));
  }

  static Finding broker(boolean isUp) {
    return isUp
        ? Finding.well(Check.BROKER, "")
        : Finding.broken(
            Check.BROKER,
            new Problem(
                "BROKER_GONE",
                "The office has no line to its broker; no order reaches a loudspeaker.",
                "Start the broker, or look at the network; the office tries again by itself."));
  }

  static Finding copy(Optional<LastCopy> newest, Instant now) {
    return newest
        .filter(copy -> !copy.isOld(now))
        .map(copy -> Finding.well(Check.COPY, copy.name()))
        .orElseGet(
            () ->
                Finding.warning(
                    Check.COPY,
                    new Problem(
                        "OFFICE_COPY_DUE",
                        newest
                            .map(copy -> "The office was copied last at %s.".formatted(copy.at()))
                            .orElse("The office was never copied."),
                        "./loa backup FILE, and keep the file on another machine.")));
  }
}
