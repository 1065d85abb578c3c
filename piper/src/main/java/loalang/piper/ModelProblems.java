// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.piper;

import java.nio.file.Path;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/** The faults of models, worded once. */
final class ModelProblems {
  private ModelProblems() {}

  static ProblemException missing(VoiceId voice, Path file) {
    return of(
        new Problem(
            "VOICE_NOT_INSTALLED", "Voice %s has no file %s.".formatted(voice, file), again(voice)),
        null);
  }

  static ProblemException corrupt(Path model, String why, @Nullable Exception cause) {
    return of(
        new Problem(
            "VOICE_MODEL_CORRUPT",
            "%s is no Piper model that can be run: %s.".formatted(model, why),
            "Install the voice again, or choose another voice."),
        cause);
  }

  static ProblemException config(Path config, String why, @Nullable Exception cause) {
    return of(
        new Problem(
            "VOICE_MODEL_CONFIG",
            "%s does not describe a Piper model: %s.".formatted(config, why),
            "Use the .onnx.json that was published with the model."),
        cause);
  }

  static ProblemException checksum(Path file, String expected, String found) {
    return of(
        new Problem(
            "VOICE_CHECKSUM_WRONG",
            "%s has the SHA-256 %s, expected was %s.".formatted(file, found, expected),
            "The file was changed or damaged: install the voice again."),
        null);
  }

  static ProblemException tooLarge(Path model, long needed, long free) {
    return of(
        new Problem(
            "VOICE_MODEL_TOO_LARGE",
            "%s would need %d MB of memory; %d MB are free."
                .formatted(model, needed / 1_000_000, free / 1_000_000),
            "End other programs, take a smaller model (low or x_low), or choose another voice."),
        null);
  }

  private static String again(VoiceId voice) {
    return "Run \"./loa voices install %s\", or choose another voice.".formatted(voice);
  }

  private static ProblemException of(Problem problem, @Nullable Exception cause) {
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }
}
