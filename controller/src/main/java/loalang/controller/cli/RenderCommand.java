// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.ProductionSettings;
import loalang.announcements.SteadyProduction;
import loalang.announcements.VoiceInstallation;
import loalang.announcements.copies.AudioExport;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.announcements.voice.VoiceId;
import loalang.controller.client.NamedFile;
import loalang.protocol.Priority;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Text to sound, without an office. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = {
      "Đọc một bản tin ra tệp âm thanh (.opus, .wav, .mp3), không cần máy chủ.",
      "Render a notice (plain text, or Markdown with front matter) to a sound file.",
      "A text given with --text has no chime before it, so that its sound is the voice alone.",
      "A voice given with --voice speaks or fails; no other voice stands in for it."
    })
final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private VoicesOption office = new VoicesOption();

  @ArgGroup(multiplicity = "1")
  private Words words = new Words();

  /** What is to be said: one of the two. */
  static final class Words {
    @Parameters(paramLabel = "FILE", description = "Bản tin / the notice.")
    private @Nullable Path file;

    @Option(names = "--text", paramLabel = "TEXT", description = "Lời cần đọc / the words.")
    private @Nullable String text;
  }

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "OUT",
      description = "Tệp ra / the file: .opus, .wav (16 bit, mono) or .mp3.")
  private Path out = Path.of("");

  @Option(names = "--voice", paramLabel = "ID", description = "Giọng đọc / voice.")
  private @Nullable String voice;

  @Override
  public Integer call() {
    AudioExport.named(out.toString()); // refused before anything is spoken
    VoiceInstallation installation = office.installation();
    Notice notice = notice(installation);
    ProductionSettings settings =
        ProductionSettings.standard(installation.voices(), installation.engines());
    boolean isPlain = words.text != null;
    try (ProduceAnnouncement line =
        ProduceAnnouncement.create(isPlain ? settings.withoutChimes() : settings)) {
      // Who names a voice on the command line wants that voice, or to know why not.
      Production production =
          voice == null
              ? new SteadyProduction(installation.voices(), line::produce).produce(notice)
              : line.produce(notice);
      AudioExport.save(production.recording(), out);
      tell(production);
    }
    return 0;
  }

  private void tell(Production production) {
    ProductionReport report = production.report();
    production.warnings().forEach(warning -> spec.commandLine().getErr().println(warning));
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

  private Notice notice(VoiceInstallation installation) {
    if (words.file != null) {
      Notice written = NoticeFile.read(new NamedFile(words.file).text());
      return voice == null ? written : written.spokenBy(VoicesOption.voiceId(spec, voice));
    }
    String text = words.text == null ? "" : words.text;
    if (text.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--text: không có chữ / there are no words.");
    }
    return plain(text, installation);
  }

  /** A text on the command line is in the language of the voice. */
  private Notice plain(String text, VoiceInstallation installation) {
    VoiceId id = voice == null ? null : VoicesOption.voiceId(spec, voice);
    Language language =
        id == null
            ? Language.VIETNAMESE
            : installation.voices().find(id).map(Voice::language).orElse(Language.VIETNAMESE);
    return new Notice("--text", language, id, Priority.ROUTINE, Set.of(), text);
  }
}
