// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import loalang.controller.backup.RestoredOffice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A sealed file becomes an office again. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Khôi phục đài từ tệp sao lưu vào một thư mục trống.",
      "An office from a copy, into an empty folder; one that is there is never overwritten."
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();
  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Parameters(paramLabel = "FILE", description = "Tệp sao lưu / the copy.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    RestoredOffice restored =
        RestoredOffice.from(
            file,
            new RestoredOffice.Target(office.directory(), database.server()),
            passphrase.read(false),
            Instant.now());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Đã khôi phục bản sao lúc / restored the copy of %s: %d tệp/files, %d bản tin/notices,"
            + " %d bản ghi/recordings%n",
        restored.copied(), restored.files(), restored.notices(), restored.recordings());
    if (!restored.missing().isEmpty()) {
      out.printf(
          "%d bản ghi không có trong bản sao, hãy đọc lại / recordings are not in the copy; render"
              + " their notices again%n",
          restored.missing().size());
    }
    out.printf(
        "Bước tiếp / next: ./loa controller --data-dir %s. Máy cũ không được chạy nữa / the old one"
            + " must not run any more.%n",
        office.directory());
    out.flush();
    return 0;
  }
}
