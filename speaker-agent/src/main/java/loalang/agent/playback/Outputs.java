// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** Makes the output a technician names. */
public final class Outputs {
  private static final String FILE_PREFIX = "file:";

  private Outputs() {}

  /**
   * The output of this name.
   *
   * @param name {@code alsa}, {@code file:DIR} or {@code auto}
   * @param automaticFiles where auto writes when there is no sound device
   * @param unpaced true for files that are written faster than the clock
   * @throws ProblemException AUDIO_DEVICE_MISSING or AUDIO_OUTPUT_UNKNOWN
   */
  public static AudioOutput named(String name, Path automaticFiles, boolean unpaced) {
    if (name.startsWith(FILE_PREFIX) && name.length() > FILE_PREFIX.length()) {
      return new FileOutput(Path.of(name.substring(FILE_PREFIX.length())), unpaced);
    }
    if (name.equals("alsa")) {
      if (!AlsaOutput.isPresent()) {
        throw new ProblemException(
            new Problem(
                "AUDIO_DEVICE_MISSING",
                "This machine has no sound device that plays 48 kHz.",
                "Check the card with \"aplay -l\", or start with --output file:DIR."));
      }
      return new AlsaOutput();
    }
    if (name.equals("auto")) {
      return AlsaOutput.isPresent() ? new AlsaOutput() : new FileOutput(automaticFiles, unpaced);
    }
    throw new ProblemException(
        new Problem(
            "AUDIO_OUTPUT_UNKNOWN",
            "There is no output called \"%s\".".formatted(name),
            "Use alsa, file:DIR or auto."));
  }
}
