// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.net.URI;
import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The faults of installing, worded once. */
final class InstallProblems {
  private InstallProblems() {}

  static ProblemException refused(URI address, String what) {
    return of(
        "VOICE_DOWNLOAD_REFUSED",
        "%s cannot be fetched: %s.".formatted(address, what),
        "Check the address; a voice that moved can be given with --from.");
  }

  static ProblemException broken(URI address, String what) {
    return of(
        "VOICE_DOWNLOAD_BROKEN",
        "%s could not be fetched to its end: %s.".formatted(address, what),
        "Run the same command again: it goes on where it stopped. Check network and proxy.");
  }

  static ProblemException tooLarge(URI address, long bytes, long limit) {
    return of(
        "VOICE_DOWNLOAD_TOO_LARGE",
        "%s would be %d bytes; the limit is %d.".formatted(address, bytes, limit),
        "This is no voice we can run: check the address.");
  }

  static ProblemException checksum(String file, String found, String expected) {
    return of(
        "VOICE_CHECKSUM_WRONG",
        "%s has the SHA-256 %s, expected was %s.".formatted(file, found, expected),
        "It was removed. Fetch it again; if it stays so, ask the publisher, and do not use it.");
  }

  static ProblemException unknownChecksum(String file) {
    return of(
        "VOICE_CHECKSUM_UNKNOWN",
        "Nobody has said which SHA-256 %s must have.".formatted(file),
        "Give the publisher's with --sha256.");
  }

  static ProblemException nothingThere(Path folder, String what) {
    return of(
        "VOICE_FOLDER_INVALID",
        "%s holds %s.".formatted(folder, what),
        "Name a folder with one NAME.onnx and its NAME.onnx.json.");
  }

  static ProblemException disk(Path path, Exception cause) {
    return new ProblemException(
        new Problem(
            "VOICE_NOT_WRITTEN",
            "%s cannot be written: %s.".formatted(path, cause.getMessage()),
            "Check the rights there and the free space, and run the command again."),
        cause);
  }

  private static ProblemException of(String code, String what, String next) {
    return new ProblemException(new Problem(code, what, next));
  }
}
