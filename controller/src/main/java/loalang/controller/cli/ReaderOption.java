// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import java.util.List;
import loalang.announcements.normalise.Dialect;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.controller.client.NamedFile;
import loalang.controller.reading.DictionaryTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command reads Vietnamese aloud. */
final class ReaderOption {
  @Option(
      names = "--dictionary",
      paramLabel = "FILE.tsv",
      description =
          "Từ điển của xã / the commune's dictionary: written<TAB>spoken<TAB>when<TAB>source.")
  private @Nullable Path dictionary;

  @Option(
      names = "--dialect",
      defaultValue = "VI_NORTH",
      description = "VI_NORTH, VI_CENTRAL or VI_SOUTH (default: VI_NORTH).")
  private Dialect dialect = Dialect.VI_NORTH;

  VietnameseNormaliser reader() {
    return VietnameseNormaliser.with(
        DictionaryTable.dictionary(
            dictionary == null
                ? List.of()
                : DictionaryTable.read(new NamedFile(dictionary).text())),
        dialect);
  }
}
