// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import loalang.protocol.Digest;

/**
 * Recordings as files named by their digests. A file is written beside its place, brought to the
 * disk and then moved: a name never stands for half a recording.
 *
 * @param directory its own, created if missing
 */
public record DiskShelf(Path directory) implements RecordingShelf {

  @Override
  public void put(Digest digest, byte[] bytes) throws IOException {
    Path file = file(digest);
    if (Files.exists(file)) {
      return; // the same name is the same bytes
    }
    Files.createDirectories(room(digest));
    Path half = Files.createTempFile(room(digest), digest.hex(), ".half");
    try {
      write(half, bytes);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      sync(room(digest));
    } finally {
      Files.deleteIfExists(half);
    }
  }

  @Override
  public byte[] read(Digest digest, long offset, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file(digest), StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(length);
      int read = 0;
      while (read >= 0 && bytes.hasRemaining()) {
        read = channel.read(bytes, offset + bytes.position());
      }
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }

  private Path file(Digest digest) {
    return room(digest).resolve(digest.hex() + ".opus");
  }

  private Path room(Digest digest) {
    return directory.resolve(digest.hex().substring(0, 2));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true); // the name too survives a power cut
    }
  }
}
