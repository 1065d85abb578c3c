// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import loalang.controller.client.NamedFile;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What seals and opens a copy: from a file, or typed where nobody sees it. */
final class PassphraseOption {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Tệp chứa cụm mật khẩu / its first line is the passphrase (default: asked).")
  private @Nullable Path file;

  /** The passphrase; asked twice if it is a new one. */
  String read(boolean isNew) {
    if (file != null) {
      return new NamedFile(file).text().lines().findFirst().orElse("").strip();
    }
    Console console =
        Optional.ofNullable(System.console())
            .orElseThrow(() -> missing("Nobody can be asked for the passphrase here."));
    String typed = ask(console, "Cụm mật khẩu / passphrase: ");
    if (isNew && !typed.equals(ask(console, "Gõ lại / once more: "))) {
      throw missing("The two passphrases are not the same.");
    }
    return typed;
  }

  private static String ask(Console console, String words) {
    char[] typed = console.readPassword(words);
    return typed == null ? "" : new String(typed).strip();
  }

  private static ProblemException missing(String what) {
    return new ProblemException(
        new Problem(
            "BACKUP_PASSPHRASE_MISSING", what, "Put it into a file: --passphrase-file FILE."));
  }
}
