// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** A small text that only its owner may read. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * What the file says; if there is none, what {@code fresh} gives, after it is on the disk.
   *
   * @throws ProblemException SECRET_FILE_UNUSABLE if it can neither be read nor written
   */
  public static String readOrMake(Path file, Supplier<String> fresh) {
    try {
      if (!Files.exists(file)) {
        write(file, fresh.get());
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "SECRET_FILE_UNUSABLE",
              "%s can neither be read nor written: %s.".formatted(file, e.getMessage()),
              "Give the controller's user the data directory as its own."),
          e);
    }
  }

  /** Writes whole or not at all, and to the disk. */
  public static void write(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    try (FileChannel channel =
        FileChannel.open(
            half,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
