// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * Where the keys of vendors are: in the environment, or each in a file that only its owner can
 * read. Never in a catalogue, never on a command line.
 *
 * @param environment {@code LOA_FPT_AI_KEY}, {@code LOA_VIETTEL_AI_KEY}, {@code LOA_VBEE_KEY},
 *     {@code LOA_VBEE_APP_ID}
 * @param directory with the same names as files, as {@code fpt-ai-key}
 */
public record CloudKeys(Map<String, String> environment, Path directory) {
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  public CloudKeys {
    environment = Map.copyOf(environment);
  }

  /**
   * The key of this name, such as "fpt-ai-key".
   *
   * @throws ProblemException SPEECH_CLOUD_KEY_EXPOSED or SPEECH_CLOUD_KEY_INVALID
   */
  Optional<Secret> find(String name) {
    String variable = "LOA_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    String given = environment.get(variable);
    if (given != null && !given.isBlank()) {
      return Optional.of(secret(given, variable));
    }
    Path file = directory.resolve(name);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static Secret read(Path file) {
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
      if (granted.stream().anyMatch(OF_OTHERS::contains)) {
        throw new ProblemException(
            new Problem(
                "SPEECH_CLOUD_KEY_EXPOSED",
                "The key in %s can be read or changed by other users.".formatted(file),
                "Run \"chmod 600 %s\"; if others use this machine, have the vendor give a new key."
                    .formatted(file)));
      }
      return secret(Files.readString(file), file.toString());
    } catch (IOException | UnsupportedOperationException e) {
      throw new ProblemException(invalid(file.toString()));
    }
  }

  private static Secret secret(String value, String where) {
    try {
      return new Secret(value);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(invalid(where), e);
    }
  }

  private static Problem invalid(String where) {
    return new Problem(
        "SPEECH_CLOUD_KEY_INVALID",
        "What stands in %s is no key.".formatted(where),
        "Put the key there alone, as the vendor shows it, in one line.");
  }
}
