// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent;

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

/** Keeps a second agent out of a state directory; the system lets go of it with the process. */
final class StateLock implements AutoCloseable {
  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory, making it if it is not there.
   *
   * @throws ProblemException AGENT_ALREADY_RUNNING or STATE_DIR_UNUSABLE
   */
  static StateLock take(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new ProblemException(
            new Problem(
                "AGENT_ALREADY_RUNNING",
                "Another agent works in %s.".formatted(directory),
                "Stop it first, or give this one another --state-dir."));
      }
      return new StateLock(channel);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "STATE_DIR_UNUSABLE",
              "The state directory %s cannot be used: %s.".formatted(directory, e),
              "Name a directory the agent may write to with --state-dir."),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
