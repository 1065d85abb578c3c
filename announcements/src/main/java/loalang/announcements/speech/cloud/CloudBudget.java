// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements.speech.cloud;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import loalang.announcements.voice.EngineId;
import loalang.protocol.ProblemException;

/**
 * How many characters were sent to a vendor today. A character counts before it is sent and the
 * count is on the disk before that, so a crash can only make us count too much. Usable on many
 * threads and by several processes at once.
 */
final class CloudBudget {
  /** The day of a commune in Vietnam, wherever the computer thinks it stands. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final int MAX_BYTES = 100;

  private final EngineId vendor;
  private final Path book;
  private final int day;
  private final InstantSource now;

  CloudBudget(EngineId vendor, Path directory, int charactersPerDay, InstantSource now) {
    this.vendor = vendor;
    this.book = directory.resolve("spoken-by-" + vendor);
    this.day = charactersPerDay;
    this.now = now;
  }

  /**
   * Counts characters that are about to be sent.
   *
   * @throws ProblemException SPEECH_CLOUD_BUDGET_SPENT or SPEECH_CLOUD_BUDGET_UNREADABLE
   */
  void spend(int characters) {
    // A file lock keeps other processes out, but not another thread of this one.
    synchronized (CloudBudget.class) {
      spendAlone(characters);
    }
  }

  private void spendAlone(int characters) {
    LocalDate today = LocalDate.ofInstant(now.instant(), ZONE);
    try {
      Files.createDirectories(book.toAbsolutePath().getParent());
      try (FileChannel door =
              FileChannel.open(
                  book.resolveSibling(book.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock held = door.lock()) {
        long spent = spentOn(today);
        if (spent + characters > day) {
          throw new ProblemException(CloudProblems.spent(vendor, day, characters));
        }
        write("%s %d%n".formatted(today, spent + characters));
        held.release();
      }
    } catch (IOException e) {
      throw new ProblemException(CloudProblems.bookUnusable(vendor, book + " " + e), e);
    }
  }

  private long spentOn(LocalDate today) throws IOException {
    if (!Files.exists(book)) {
      return 0;
    }
    if (Files.size(book) > MAX_BYTES) {
      throw new IOException("is too long");
    }
    String[] line = Files.readString(book).strip().split(" ", -1);
    try {
      long spent = Long.parseLong(line[line.length - 1]);
      if (line.length != 2 || spent < 0) {
        throw new IOException("holds no day and number");
      }
      return LocalDate.parse(line[0]).equals(today) ? spent : 0;
    } catch (NumberFormatException | DateTimeException e) {
      throw new IOException("holds no day and number", e);
    }
  }

  private void write(String line) throws IOException {
    Path next = book.resolveSibling(book.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(next, book, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
