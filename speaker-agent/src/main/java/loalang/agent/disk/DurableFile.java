// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What it takes until the disk, and not only the system, has a file. Blocking; any thread. */
public final class DurableFile {
  private DurableFile() {}

  /** Writes a whole file over what stands there and waits until the disk has its bytes. */
  public static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Puts a written draft into the place of a file, in one step that outlives a power cut. */
  public static void place(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolderOf(file);
  }

  /** Waits until the disk has the names in the folder in which this file or folder stands. */
  public static void forceFolderOf(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }
}
