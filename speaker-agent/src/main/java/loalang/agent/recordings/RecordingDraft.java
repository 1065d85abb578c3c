// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.recordings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import loalang.protocol.RecordingRef;
import loalang.protocol.audio.AudioPart;
import loalang.protocol.audio.Parts;

/**
 * A recording on its way: parts in any order, and beside the file which of them are there, so that
 * a cut costs at most {@value #KEPT_EVERY} parts. If that list is wrong, the digest of the whole
 * says so. Not thread-safe.
 */
final class RecordingDraft implements AutoCloseable {
  private static final int KEPT_EVERY = 16;

  private final RecordingRef recording;
  private final Path file;
  private final Path list;
  private final FileChannel channel;
  private final BitSet written;
  private int unkept;

  RecordingDraft(RecordingRef recording, Path file, Path list) throws IOException {
    this.recording = recording;
    this.file = file;
    this.list = list;
    this.written = listed(list, recording);
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.size() > recording.sizeBytes()) {
      channel.truncate(0);
      written.clear();
    }
  }

  private static BitSet listed(Path list, RecordingRef recording) throws IOException {
    int parts = Parts.count(recording.sizeBytes());
    if (!Files.exists(list) || Files.size(list) > parts / 8 + 1) {
      return new BitSet();
    }
    BitSet told = BitSet.valueOf(Files.readAllBytes(list));
    return told.length() > parts ? new BitSet() : told;
  }

  RecordingRef recording() {
    return recording;
  }

  Path file() {
    return file;
  }

  /** A copy of which parts are there. */
  BitSet held() {
    return (BitSet) written.clone();
  }

  /** Writes a part that fits the recording. */
  void write(AudioPart part) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(part.bytes());
    long position = Parts.offset(part.index());
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
    written.set(part.index());
    if (++unkept >= KEPT_EVERY) {
      keep();
    }
  }

  /** First the parts, then the list that says they are there. */
  private void keep() throws IOException {
    channel.force(false);
    Files.write(list, written.toByteArray());
    unkept = 0;
  }

  /** Throws everything away and begins anew. */
  void restart() throws IOException {
    written.clear();
    channel.truncate(0);
    Files.deleteIfExists(list);
  }

  /** Lets go of the files; what is there stays for another time. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      keep();
      channel.close();
    }
  }

  /** Throws the files away. */
  void discard() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
    Files.deleteIfExists(list);
  }
}
