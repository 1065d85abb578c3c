// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What is here of a file, and which version of it that is. */
record PartFile(Path path) {

  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** The server's mark of the version; without one a rest must not be added. */
  Optional<String> mark() throws IOException {
    return Files.exists(markPath())
        ? Optional.of(Files.readString(markPath())).filter(mark -> !mark.isBlank())
        : Optional.empty();
  }

  FileChannel appendFrom(long position, String mark) throws IOException {
    Files.writeString(markPath(), mark, StandardCharsets.UTF_8);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(position);
    channel.position(position);
    return channel;
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(markPath());
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private Path markPath() {
    return path.resolveSibling(path.getFileName() + ".mark");
  }
}
