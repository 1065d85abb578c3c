// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.ProductionSettings;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Text to sound, without an office. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = {
      "Đọc một bản tin ra tệp âm thanh (Ogg Opus), không cần máy chủ.",
      "Render a notice (plain text, or Markdown with front matter) to an Ogg Opus file."
    })
final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "Bản tin / the notice.")
  private Path file = Path.of("");

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "Tệp ra / .opus file.")
  private Path out = Path.of("");

  @Option(names = "--voice", paramLabel = "ID", description = "Giọng đọc / voice.")
  private @Nullable String voice;

  @Override
  public Integer call() {
    Notice notice = withVoice(NoticeFile.read(TextFile.read(file)));
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ProductionSettings.standard())) {
      Production production = line.produce(notice);
      Files.write(out, production.recording().oggOpus());
      tell(production);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "FILE_NOT_WRITTEN",
              "The sound could not be written to " + out + ".",
              "Check the folder, its rights and the free space."),
          e);
    }
    return 0;
  }

  private void tell(Production production) {
    ProductionReport report = production.report();
    spec.commandLine()
        .getOut()
        .printf(
            "%s  %.1f s  %d B  %s  %.1f LUFS  %.1f dBTP  (%d ms)%n",
            out,
            production.recording().ref().duration().toMillis() / 1000.0,
            production.recording().ref().sizeBytes(),
            report.voice(),
            report.loudness().integratedLufs(),
            report.loudness().truePeakDbtp(),
            report.total().toMillis());
  }

  private Notice withVoice(Notice notice) {
    if (voice == null) {
      return notice;
    }
    return new Notice(
        notice.title(),
        notice.language(),
        new VoiceId(voice),
        notice.priority(),
        notice.zones(),
        notice.body());
  }
}
