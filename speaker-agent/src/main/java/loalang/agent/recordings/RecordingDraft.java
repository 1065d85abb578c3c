// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HexFormat;
import loalang.protocol.Digest;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.Parts;

/**
 * A recording on its way: parts in any order, the digest worked out as far as they join up. Not
 * thread-safe.
 */
final class RecordingDraft implements AutoCloseable {
  private final RecordingRef recording;
  private final Path file;
  private final FileChannel channel;
  private final BitSet written = new BitSet();
  private MessageDigest sha = Digest.sha256();
  private int joined;

  RecordingDraft(RecordingRef recording, Path file) throws IOException {
    this.recording = recording;
    this.file = file;
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  RecordingRef recording() {
    return recording;
  }

  /** Writes a part that fits the recording. */
  void write(AudioPart part) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(part.bytes());
    long position = Parts.offset(part.index());
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
    written.set(part.index());
    while (written.get(joined)) {
      digestPart(joined);
      joined++;
    }
  }

  private void digestPart(int index) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Parts.length(index, recording.sizeBytes()));
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, Parts.offset(index) + bytes.position()) < 0) {
        throw new IOException("a part vanished from " + file);
      }
    }
    sha.update(bytes.flip());
  }

  /** True if every part is there and together they are what the order named; asked once. */
  boolean isGenuine() {
    return joined == Parts.count(recording.sizeBytes())
        && HexFormat.of().formatHex(sha.digest()).equals(recording.digest().hex());
  }

  /** Throws everything away. */
  void restart() throws IOException {
    written.clear();
    joined = 0;
    sha = Digest.sha256();
    channel.truncate(0);
  }

  void moveTo(Path target) throws IOException {
    channel.force(true);
    channel.close();
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(target.toAbsolutePath().getParent())) {
      directory.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
