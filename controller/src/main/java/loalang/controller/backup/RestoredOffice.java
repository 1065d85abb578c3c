// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import loalang.controller.storage.Database;
import loalang.controller.storage.DatabaseSettings;
import loalang.controller.storage.PostgresCopy;
import loalang.protocol.Digest;
import loalang.protocol.ProblemException;

/**
 * The door: a sealed file becomes an office again, in a directory of its own.
 *
 * @param copied when the copy was made
 * @param files how many there were
 * @param notices how many the database knows
 * @param recordings how many the database knows
 * @param missing those of them that are not there
 */
public record RestoredOffice(
    String copied, int files, long notices, long recordings, List<Digest> missing) {
  public RestoredOffice {
    missing = List.copyOf(missing);
  }

  /**
   * Restores into a directory that is empty or is not there; whole or not at all. The office then
   * counts its orders on from far above, so that no loudspeaker takes one for an old one; whoever
   * was logged in is not any more. Blocking.
   *
   * @param data where the office shall be
   * @throws ProblemException BACKUP_DIRECTORY_NOT_EMPTY, BACKUP_UNREADABLE, BACKUP_DAMAGED or
   *     BACKUP_NOT_WRITTEN
   */
  public static RestoredOffice from(Path file, Path data, String passphrase, Instant now) {
    return from(file, new Target(data, Optional.empty()), passphrase, now);
  }

  /**
   * Where the office shall be.
   *
   * @param data its directory, empty or not there
   * @param server an empty database on a server, for a copy that holds one
   */
  public record Target(Path data, Optional<DatabaseSettings> server) {}

  /**
   * Restores as the other does, also a database on a server.
   *
   * @throws ProblemException BACKUP_OTHER_DATABASE or BACKUP_DATABASE_NOT_EMPTY besides
   */
  public static RestoredOffice from(Path file, Target where, String passphrase, Instant now) {
    Path target = where.data().toAbsolutePath().normalize();
    Path work = target.resolveSibling(target.getFileName() + ".restoring");
    try {
      if (Files.exists(target) && !Trees.isEmpty(target)) {
        throw CopyProblems.notEmpty(target);
      }
      Trees.delete(work);
      try {
        Files.createDirectories(work, Trees.ownerOnly("rwx------"));
        RestoredOffice restored =
            unpacked(file, work, passphrase)
                .checked(file, work, new Beginning(database(where.server(), work), now));
        Trees.delete(work.resolve("native"));
        Files.deleteIfExists(target);
        Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        return restored;
      } finally {
        Trees.delete(work);
      }
    } catch (IOException e) {
      throw CopyProblems.notWritten(target, e);
    }
  }

  private static RestoredOffice unpacked(Path file, Path work, String passphrase) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        SealedInput sealed = SealedInput.of(in, passphrase);
        ZipInputStream zip = new ZipInputStream(sealed)) {
      String label = label(zip);
      int files = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path one = work.resolve(entry.getName()).normalize();
        if (!one.startsWith(work) || one.equals(work)) {
          throw new IOException("it holds a file outside itself, " + entry.getName());
        }
        Files.createDirectories(one.getParent(), Trees.ownerOnly("rwx------"));
        Files.createFile(one, Trees.ownerOnly("rw-------"));
        Files.copy(zip, one, StandardCopyOption.REPLACE_EXISTING);
        files++;
      }
      sealed.transferTo(java.io.OutputStream.nullOutputStream()); // the last piece must open too
      return new RestoredOffice(label, files, 0, 0, List.of());
    } catch (IOException e) {
      throw CopyProblems.unreadable(file, e);
    }
  }

  private static String label(ZipInputStream zip) throws IOException {
    ZipEntry first = zip.getNextEntry();
    if (first == null || !first.getName().equals(OfficeCopy.LABEL)) {
      throw new IOException("it does not say what it is");
    }
    List<String> lines = new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals("1")) {
      throw new IOException("a newer controller wrote it");
    }
    return lines.get(1);
  }

  private record Beginning(Optional<DatabaseSettings> server, Instant now) {}

  /** Fills the server's database, if the copy holds one. */
  private static Optional<DatabaseSettings> database(Optional<DatabaseSettings> server, Path work)
      throws IOException {
    Path dump = work.resolve(OfficeCopy.DUMP);
    if (Files.isRegularFile(dump) != server.isPresent()) {
      throw CopyProblems.otherDatabase(server.isPresent());
    }
    if (server.isPresent()) {
      PostgresCopy copy = new PostgresCopy(server.get());
      if (!copy.isEmpty()) {
        throw CopyProblems.databaseNotEmpty();
      }
      copy.restore(dump);
      Files.delete(dump);
    }
    return server;
  }

  private RestoredOffice checked(Path file, Path work, Beginning begin) {
    Path database = work.resolve(OfficeCopy.DATABASE);
    if (begin.server().isEmpty() && !Files.isRegularFile(database)) {
      throw CopyProblems.damaged(file, "it is not there");
    }
    DatabaseSettings settings = begin.server().orElseGet(() -> DatabaseSettings.file(database));
    try (Database opened = Database.open(settings)) {
      RestoredStore.Found found =
          opened.write(
              handle -> RestoredStore.begin(handle, begin.server().isEmpty(), begin.now()));
      if (!found.verdict().equals("ok")) {
        throw CopyProblems.damaged(file, found.verdict());
      }
      List<Digest> missing = new ArrayList<>();
      for (Digest recording : found.recordings()) {
        if (!Files.isRegularFile(shelf(work, recording))) {
          missing.add(recording);
        }
      }
      return new RestoredOffice(copied, files, found.notices(), found.recordings().size(), missing);
    }
  }

  private static Path shelf(Path work, Digest recording) {
    return work.resolve("recordings")
        .resolve(recording.hex().substring(0, 2))
        .resolve(recording.hex() + ".opus");
  }
}
