// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.backup;

import java.nio.file.Path;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** What can go wrong with copies of an office. */
final class CopyProblems {
  private CopyProblems() {}

  static ProblemException nothingThere(Path data) {
    return new ProblemException(
        new Problem(
            "BACKUP_NOTHING_THERE",
            "%s holds no office with a database of its own.".formatted(data),
            "Name the controller's folder with --data-dir, and a database on a server with"
                + " --database."));
  }

  static ProblemException shortPassphrase(int length, int least) {
    return new ProblemException(
        new Problem(
            "BACKUP_PASSPHRASE_SHORT",
            "The passphrase has %d characters; at least %d are needed.".formatted(length, least),
            "Take four words that have nothing to do with each other, and write them down."));
  }

  static ProblemException notWritten(Path file, Exception cause) {
    return new ProblemException(
        new Problem(
            "BACKUP_NOT_WRITTEN",
            "%s cannot be written: %s.".formatted(file, cause.getMessage()),
            "Check the folder, its rights and the free space."),
        cause);
  }

  static ProblemException unreadable(Path file, Exception cause) {
    return new ProblemException(
        new Problem(
            "BACKUP_UNREADABLE",
            "%s cannot be opened: %s.".formatted(file, cause.getMessage()),
            "Type the passphrase it was sealed with, or take another copy. Nothing was changed."),
        cause);
  }

  static ProblemException notEmpty(Path data) {
    return new ProblemException(
        new Problem(
            "BACKUP_DIRECTORY_NOT_EMPTY",
            "%s is not empty.".formatted(data),
            "Restore into a folder that does not exist yet: --data-dir. An office is never"
                + " overwritten."));
  }

  static ProblemException damaged(Path file, String what) {
    return new ProblemException(
        new Problem(
            "BACKUP_DAMAGED",
            "The database in %s is not whole: %s.".formatted(file, what),
            "Take another copy. Nothing was changed."));
  }

  static ProblemException otherDatabase(boolean isServerNamed) {
    return new ProblemException(
        new Problem(
            "BACKUP_OTHER_DATABASE",
            isServerNamed
                ? "The copy holds a database file, none of a server."
                : "The copy holds a PostgreSQL database.",
            isServerNamed
                ? "Restore it without --database."
                : "Name an empty one: --database jdbc:postgresql://HOST/NAME."));
  }

  static ProblemException databaseNotEmpty() {
    return new ProblemException(
        new Problem(
            "BACKUP_DATABASE_NOT_EMPTY",
            "The database has tables already.",
            "Make an empty one with createdb and name it. An office is never overwritten."));
  }
}
