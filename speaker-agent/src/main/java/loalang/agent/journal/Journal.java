// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import loalang.agent.disk.DurableFile;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * The file of facts. A record is length, CRC-32C (4 bytes each, big endian) and the facts that
 * became true together; it counts whole or not at all.
 *
 * <p>Not thread-safe: the agent thread only.
 */
public final class Journal implements AutoCloseable {
  private static final byte[] MAGIC = {'L', 'O', 'A', 'J', 1};
  private static final int HEADER_BYTES = 8;
  private static final int MOST_RECORD_BYTES = 16 * 1024 * 1024;

  private final Path file;
  private FileChannel channel;
  private final List<Fact> history;
  private final long bytesCutOff;
  private long end;

  private Journal(Path file, FileChannel channel, Reading reading) {
    this.file = file;
    this.channel = channel;
    this.history = List.copyOf(reading.facts);
    this.bytesCutOff = reading.damaged;
    this.end = reading.end;
  }

  /** What was good in the file, and where the good ends. */
  private record Reading(List<Fact> facts, long end, long damaged) {}

  /**
   * Opens or makes the journal. A torn last record is cut off and kept beside the file.
   *
   * @throws ProblemException JOURNAL_UNREADABLE if the file is no journal or the disk fails
   */
  public static Journal open(Path file) {
    try {
      Files.deleteIfExists(draft(file));
      FileChannel channel = channel(file);
      if (channel.size() < MAGIC.length) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(MAGIC), 0);
        channel.force(true);
        DurableFile.forceFolderOf(file);
      }
      Reading reading = read(channel, file);
      if (reading.damaged > 0) {
        keepDamaged(channel, reading, file);
        channel.truncate(reading.end);
        channel.force(true);
      }
      return new Journal(file, channel, reading);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "JOURNAL_UNREADABLE",
              "The journal %s cannot be read: %s.".formatted(file, e.getMessage()),
              "Check the disk; to begin anew, move the file away."),
          e);
    }
  }

  private static Reading read(FileChannel channel, Path file) throws IOException {
    byte[] magic = bytesAt(channel, 0, MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException(file + " is not a journal of version 1");
    }
    List<Fact> facts = new ArrayList<>();
    long size = channel.size();
    long position = MAGIC.length;
    while (size - position >= HEADER_BYTES) {
      ByteBuffer header = ByteBuffer.wrap(bytesAt(channel, position, HEADER_BYTES));
      int length = header.getInt();
      int sum = header.getInt();
      if (length < 1 || length > MOST_RECORD_BYTES || length > size - position - HEADER_BYTES) {
        break;
      }
      byte[] record = bytesAt(channel, position + HEADER_BYTES, length);
      if (checksum(record) != sum) {
        break;
      }
      facts.addAll(FactBytes.read(record));
      position += HEADER_BYTES + length;
    }
    return new Reading(facts, position, size - position);
  }

  /** What happened before this start, in order. */
  public List<Fact> history() {
    return history;
  }

  /** How much of the file was damaged when it was opened; 0 after a clean end. */
  public long bytesCutOff() {
    return bytesCutOff;
  }

  /** How large the file is now. */
  public long sizeBytes() {
    return end;
  }

  /**
   * Adds facts that became true together and waits until the disk has them.
   *
   * @throws ProblemException JOURNAL_WRITE_FAILED; then none of them is in the journal
   */
  public void append(List<Fact> facts) {
    write(facts, true);
  }

  /** Adds facts whose loss in a power cut would be bearable: not forced to the disk. */
  public void note(List<Fact> facts) {
    write(facts, false);
  }

  private void write(List<Fact> facts, boolean durable) {
    if (facts.isEmpty()) {
      return;
    }
    try {
      end = writeRecord(channel, end, facts);
      if (durable) {
        channel.force(false);
      }
    } catch (IOException e) {
      cutBack();
      throw failed(e);
    }
  }

  private void cutBack() {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      // The half record stays; it has no valid checksum, and the next write begins on top of it.
      throw failed(e);
    }
  }

  /**
   * Replaces everything by these facts, in one step: after a power cut the file is the old or the
   * new one.
   *
   * @throws ProblemException JOURNAL_WRITE_FAILED; then the old journal is still in place
   */
  public void rewrite(List<Fact> snapshot) {
    try {
      Path draft = draft(file);
      Files.deleteIfExists(draft);
      FileChannel fresh = channel(draft);
      fresh.write(ByteBuffer.wrap(MAGIC), 0);
      long freshEnd = MAGIC.length;
      for (Fact fact : snapshot) {
        freshEnd = writeRecord(fresh, freshEnd, List.of(fact));
      }
      fresh.force(true);
      DurableFile.place(draft, file);
      channel.close();
      channel = fresh;
      end = freshEnd;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ProblemException failed(IOException e) {
    return new ProblemException(
        new Problem(
            "JOURNAL_WRITE_FAILED",
            "The journal %s cannot be written: %s.".formatted(file, e.getMessage()),
            "Free space on the disk or replace it; nothing is accepted until then."),
        e);
  }

  private static long writeRecord(FileChannel to, long at, List<Fact> facts) throws IOException {
    byte[] record = FactWriter.bytesOf(facts);
    ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + record.length);
    buffer.putInt(record.length).putInt(checksum(record)).put(record).flip();
    long position = at;
    while (buffer.hasRemaining()) {
      position += to.write(buffer, position);
    }
    return position;
  }

  private static int checksum(byte[] record) {
    CRC32C sum = new CRC32C();
    sum.update(record);
    return (int) sum.getValue();
  }

  private static byte[] bytesAt(FileChannel from, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (from.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file ends early");
      }
    }
    return buffer.array();
  }

  private static void keepDamaged(FileChannel from, Reading reading, Path file) throws IOException {
    int kept = (int) Math.min(reading.damaged, MOST_RECORD_BYTES);
    Files.write(
        file.resolveSibling(file.getFileName() + ".damaged"), bytesAt(from, reading.end, kept));
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Path draft(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
