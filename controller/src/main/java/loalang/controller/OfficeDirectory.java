// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/** The directory with everything that lasts, held by this process alone. Blocking. */
final class OfficeDirectory implements AutoCloseable {
  private final Path root;
  private final FileChannel lockFile;

  private OfficeDirectory(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes it if it is missing, and holds it.
   *
   * @throws ProblemException DATA_DIRECTORY_IN_USE or DATA_DIRECTORY_UNUSABLE
   */
  static OfficeDirectory hold(Path root) {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("controller.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new ProblemException(
            new Problem(
                "DATA_DIRECTORY_IN_USE",
                "Another controller works in %s.".formatted(root),
                "Stop it, or give this one its own directory with --data-dir."));
      }
      return new OfficeDirectory(root, channel);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "DATA_DIRECTORY_UNUSABLE",
              "%s cannot be used: %s.".formatted(root, e.getMessage()),
              "Give the controller's user the right to write there, or name another --data-dir."),
          e);
    }
  }

  Path key() {
    return root.resolve("office-key.jwk");
  }

  Path cliToken() {
    return root.resolve("cli-token");
  }

  /** What second factors are sealed with. */
  Path factorKey() {
    return root.resolve("factor-key");
  }

  Path firstLogin() {
    return root.resolve("first-login.txt");
  }

  Path tls() {
    return root.resolve("broker-tls");
  }

  Path broker() {
    return root.resolve("broker");
  }

  Path recordings() {
    return root.resolve("recordings");
  }

  /** Letters on their way in. */
  Path letters() {
    return root.resolve("letters");
  }

  /** Recordings on their way in. */
  Path uploads() {
    return root.resolve("uploads");
  }

  /** Copies of recordings for residents; may be removed at any time. */
  Path copies() {
    return root.resolve("copies");
  }

  Path programmes() {
    return root.resolve("programmes");
  }

  Path alarms() {
    return root.resolve("clockwork.db");
  }

  /** The name under which this office's alarms are kept: its own also where it is moved to. */
  Path alarmsName() {
    return root.resolve("clockwork-name");
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of %s does not open.".formatted(root), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }
}
