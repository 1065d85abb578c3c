// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import loalang.controller.backup.LastCopy;
import loalang.controller.backup.OfficeCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole office as one sealed file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Sao lưu cả đài (dữ liệu, bản ghi, khóa) thành một tệp có mật khẩu; đài vẫn chạy.",
      "The whole office (databases, recordings, keys) as one sealed file; it may run meanwhile."
    })
final class BackupCommand implements Callable<Integer> {
  private static final double MEGA = 1e6;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();
  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Parameters(paramLabel = "FILE", description = "Tệp ra / the file, such as 2026-11-22.loa.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    LastCopy made =
        OfficeCopy.write(
            new OfficeCopy.Source(office.directory(), database.server()),
            file.toAbsolutePath(),
            passphrase.read(true),
            Instant.now());
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Đã sao lưu / copied: %s, %.1f MB%n"
                + "Không có cụm mật khẩu thì không ai mở được, kể cả đài xã.%n"
                + "Nobody opens it without the passphrase, the office neither.%n",
            file,
            made.bytes() / MEGA)
        .flush();
    return 0;
  }
}
