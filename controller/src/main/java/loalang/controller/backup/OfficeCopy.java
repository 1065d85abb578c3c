// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.storage.PostgresCopy;
import loalang.controller.storage.SqliteSnapshot;
import loalang.protocol.ProblemException;

/**
 * The door: everything an office knows, as one sealed file, while it works. The databases are
 * copied first, each as it stood at one instant; recordings are never changed, so that every one
 * the database speaks of is there. What can be made again (sentences, the broker's own memory) is
 * left out.
 */
public final class OfficeCopy {
  /** The shortest passphrase, in characters. */
  public static final int SHORTEST = 12;

  /** Names a copy; with its format and its instant. */
  static final String LABEL = "loa-lang";

  static final String DATABASE = "controller.db";

  /** What a PostgreSQL database is called within a copy. */
  static final String DUMP = "database.pgdump";

  private static final String WORK = "copy-in-work";
  private static final Set<String> LEFT_OUT =
      Set.of(WORK, "native", "uploads", "letters", "broker", "sentences", LastCopy.FILE);
  private static final Set<String> LEFT_OUT_FILES = Set.of("controller.lock", "controller.url");
  private static final List<String> LEFT_OUT_ENDINGS =
      List.of("-wal", "-shm", "-journal", ".new", ".part");

  private OfficeCopy() {}

  /**
   * Writes a copy, whole or not at all; the office may work meanwhile. Blocking.
   *
   * @param data the office's directory
   * @param file gets it
   * @throws ProblemException BACKUP_NOTHING_THERE, BACKUP_PASSPHRASE_SHORT or BACKUP_NOT_WRITTEN
   */
  public static LastCopy write(Path data, Path file, String passphrase, Instant now) {
    return write(new Source(data, Optional.empty()), file, passphrase, now);
  }

  /**
   * What is copied.
   *
   * @param data the office's directory
   * @param server its database, if it is on a server
   */
  public record Source(Path data, Optional<DatabaseSettings> server) {
    boolean isThere() {
      return server.isPresent()
          ? Files.isDirectory(data)
          : Files.isRegularFile(data.resolve(DATABASE));
    }
  }

  /**
   * Writes a copy, whole or not at all; the office may work meanwhile. Blocking.
   *
   * @param file gets it
   * @throws ProblemException BACKUP_NOTHING_THERE, BACKUP_PASSPHRASE_SHORT, BACKUP_NOT_WRITTEN or
   *     BACKUP_PROGRAM_MISSING
   */
  public static LastCopy write(Source source, Path file, String passphrase, Instant now) {
    Path data = source.data();
    if (!source.isThere()) {
      throw CopyProblems.nothingThere(data);
    }
    if (passphrase.length() < SHORTEST) {
      throw CopyProblems.shortPassphrase(passphrase.length(), SHORTEST);
    }
    Path work = data.resolve(WORK);
    Path half = file.resolveSibling(file.getFileName() + ".part");
    try {
      try {
        Trees.delete(work);
        Files.createDirectory(work, Trees.ownerOnly("rwx------"));
        try (OutputStream out = sealed(half, passphrase)) {
          writeAll(source, work, new ZipOutputStream(out), now);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Trees.delete(work);
        Files.deleteIfExists(half);
      }
      LastCopy made = new LastCopy(now, Files.size(file), file.getFileName().toString());
      made.keep(data);
      return made;
    } catch (IOException e) {
      throw CopyProblems.notWritten(file, e);
    }
  }

  private static OutputStream sealed(Path half, String passphrase) throws IOException {
    Files.deleteIfExists(half);
    FileAttribute<?> ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    FileChannel channel =
        FileChannel.open(
            half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
    OutputStream onDisk =
        new BufferedOutputStream(Channels.newOutputStream(channel)) {
          @Override
          public void close() throws IOException {
            flush();
            channel.force(true);
            super.close();
          }
        };
    return new SealedOutput(onDisk, Seal.fresh(passphrase));
  }

  private static void writeAll(Source source, Path work, ZipOutputStream zip, Instant now)
      throws IOException {
    Path data = source.data();
    put(zip, LABEL, ("1\n" + now + "\n").getBytes(StandardCharsets.UTF_8));
    if (source.server().isPresent()) {
      Path dump = work.resolve(DUMP);
      new PostgresCopy(source.server().get()).dump(dump);
      copy(zip, DUMP, dump);
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).filter(one -> isKept(data.relativize(one))).toList();
    }
    for (Path database : files) {
      if (isDatabase(database)) {
        Path snapshot = work.resolve(database.getFileName());
        SqliteSnapshot.of(database, snapshot);
        copy(zip, name(data, database), snapshot);
      }
    }
    for (Path one : files) {
      if (!isDatabase(one)) {
        copy(zip, name(data, one), one);
      }
    }
    zip.finish();
  }

  private static boolean isDatabase(Path file) {
    return file.toString().endsWith(".db");
  }

  private static boolean isKept(Path relative) {
    String name = relative.getFileName().toString();
    return !LEFT_OUT.contains(relative.getName(0).toString())
        && !LEFT_OUT_FILES.contains(name)
        && LEFT_OUT_ENDINGS.stream().noneMatch(name::endsWith);
  }

  private static String name(Path data, Path file) {
    return data.relativize(file).toString().replace('\\', '/');
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static void copy(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
