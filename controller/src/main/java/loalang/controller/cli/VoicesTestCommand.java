// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import loalang.announcements.Notice;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionReport;
import loalang.announcements.ProductionSettings;
import loalang.announcements.VoiceInstallation;
import loalang.announcements.copies.AudioExport;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.protocol.Priority;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets one voice speak one sentence and says how it went. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Cho một giọng đọc thử một câu: dài bao lâu, to bao nhiêu, nhanh bao nhiêu.",
      "Let a voice speak a sentence: duration, loudness, speed, warnings. No other voice helps out."
    })
final class VoicesTestCommand implements Callable<Integer> {
  private static final String VIETNAMESE =
      "Kính thưa bà con, sáng mai đúng 7 giờ 30, mời bà con ra nhà văn hóa thôn dự họp.";
  private static final String ENGLISH = "Dear villagers, the meeting begins at half past seven.";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private VoicesOption office = new VoicesOption();

  @Parameters(paramLabel = "ID", description = "Giọng đọc / the voice.")
  private String id = "";

  @Option(names = "--text", paramLabel = "TEXT", description = "Câu khác / another sentence.")
  private @Nullable String text;

  @Option(names = "-o", paramLabel = "OUT", description = "Giữ âm thanh / keep the sound here.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    VoiceInstallation installation = office.installation();
    Voice voice = installation.voices().named(VoicesOption.voiceId(spec, id));
    ProductionSettings settings =
        ProductionSettings.standard(installation.voices(), installation.engines());
    try (ProduceAnnouncement line = ProduceAnnouncement.create(settings.withoutChimes())) {
      Production production = line.produce(notice(voice));
      keep(production);
      tell(voice, production);
    }
    return 0;
  }

  private Notice notice(Voice voice) {
    String words =
        text != null
            ? text
            : voice.language().sameLanguageAs(Language.VIETNAMESE) ? VIETNAMESE : ENGLISH;
    return new Notice(
        "voices test", voice.language(), voice.id(), Priority.ROUTINE, Set.of(), words);
  }

  private void tell(Voice voice, Production production) {
    ProductionReport report = production.report();
    double seconds = production.recording().ref().duration().toMillis() / 1000.0;
    int words = report.script().sentences().stream().mapToInt(s -> s.words().size()).sum();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s  (%s, %s)%n", voice.id(), voice.engine(), voice.licence());
    out.printf("  %.1f s, %d words: %.0f words a minute%n", seconds, words, words * 60 / seconds);
    out.printf(
        "  %.1f LUFS, %.1f dBTP%n",
        report.loudness().integratedLufs(), report.loudness().truePeakDbtp());
    out.printf(
        "  %d ms: %.0f times as fast as speech%n",
        report.total().toMillis(), seconds * 1000 / Math.max(1, report.total().toMillis()));
    for (ReadingWarning warning : report.script().warnings()) {
      out.printf("  ! \"%s\" → \"%s\"%n", warning.written(), warning.spoken());
    }
    out.flush();
  }

  private void keep(Production production) {
    if (out != null) {
      AudioExport.save(production.recording(), out);
    }
  }
}
