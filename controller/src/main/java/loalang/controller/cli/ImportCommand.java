// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import loalang.announcements.document.Block;
import loalang.announcements.document.Document;
import loalang.announcements.document.DocumentImport;
import loalang.announcements.episode.Episode;
import loalang.announcements.episode.EpisodePlan;
import loalang.announcements.episode.EpisodeSplitter;
import loalang.announcements.episode.ReadingTime;
import loalang.announcements.normalise.VietnameseNormaliser;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.controller.client.NamedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an official letter means to be read aloud. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Nhận công văn (.docx .odt .pdf .html .md .txt): phần nào đọc, phần nào bỏ, chia mấy kỳ.",
      "Take in an official letter: what is read, what is left out, how many episodes.",
      "Lines marked · are furniture of the letter and are not read."
    })
final class ImportCommand implements Callable<Integer> {
  private static final int MAX_SLOT_MINUTES = 24 * 60;
  private static final double MILLIS_PER_MINUTE = 60_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "Công văn / the letter.")
  private Path file = Path.of("");

  @Option(
      names = "--episode",
      defaultValue = "300",
      paramLabel = "SECONDS",
      description = "Length of an episode, 30 or more (default: 300).")
  private long episodeSeconds;

  @Option(
      names = "--station",
      defaultValue = "Đài truyền thanh xã",
      description = "Tên đài / how the station calls itself.")
  private String station = "Đài truyền thanh xã";

  @Option(
      names = "--slot",
      paramLabel = "MINUTES",
      description = "Thời lượng phiên / say whether it fits a slot of so many minutes.")
  private @Nullable Double slotMinutes;

  @Mixin private ReaderOption reading = new ReaderOption();

  @Option(names = "--json", description = "Lines, script and episodes as JSON.")
  private boolean json;

  /**
   * What came of a letter.
   *
   * @param document its lines and their use
   * @param script what is spoken of it
   * @param episodes how it may be split
   * @param slot whether it fits; null if nobody asked
   */
  private record Imported(
      Document document, Script script, List<Episode> episodes, @Nullable Slot slot) {}

  /**
   * A letter and the time there is for it.
   *
   * @param seconds there are
   * @param needed seconds to read it once
   * @param fits whether they are enough
   */
  private record Slot(long seconds, long needed, boolean fits) {}

  @Override
  public Integer call() {
    VietnameseNormaliser reader = reading.reader();
    Document document =
        DocumentImport.standard()
            .read(String.valueOf(file.getFileName()), new NamedFile(file).bytes());
    EpisodePlan plan =
        new EpisodePlan(Duration.ofSeconds(Math.max(30, episodeSeconds)), station, "", 1);
    Script script = reader.read(document.spokenText());
    Imported imported =
        new Imported(document, script, EpisodeSplitter.split(document, reader, plan), slot(script));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(asJson(imported));
    } else {
      tell(imported, out);
    }
    out.flush();
    return 0;
  }

  private @Nullable Slot slot(Script script) {
    if (slotMinutes == null) {
      return null;
    }
    if (!(slotMinutes > 0 && slotMinutes <= MAX_SLOT_MINUTES)) {
      throw new ParameterException(
          spec.commandLine(),
          "A slot is more than 0 and at most %d minutes, was %s."
              .formatted(MAX_SLOT_MINUTES, slotMinutes));
    }
    Duration slot = Duration.ofMillis(Math.round(slotMinutes * MILLIS_PER_MINUTE));
    return new Slot(
        slot.toSeconds(),
        ReadingTime.of(script.sentences()).toSeconds(),
        ReadingTime.fits(script.sentences(), slot));
  }

  private static void tell(Imported imported, PrintWriter out) {
    for (Block block : imported.document().blocks()) {
      out.printf(
          "%s %-16s %s%n",
          block.spoken() ? "▶" : "·", block.kind(), imported.document().textOf(block));
    }
    out.println();
    for (ScriptSentence sentence : imported.script().sentences()) {
      out.println("  " + sentence.spoken());
    }
    out.println();
    for (ReadingWarning warning : imported.script().warnings()) {
      out.printf("! %s \"%s\" → \"%s\"%n", warning.kind(), warning.written(), warning.spoken());
    }
    for (Episode episode : imported.episodes()) {
      out.printf(
          "Kỳ / episode %d/%d: %d s%n",
          episode.number(), episode.of(), episode.length().toSeconds());
    }
    out.printf(
        "Đọc một lượt / read once: %d s%n",
        ReadingTime.of(imported.script().sentences()).toSeconds());
    if (imported.slot() != null) {
      out.printf(
          "Phiên / slot %d s: %s%n",
          imported.slot().seconds(),
          imported.slot().fits()
              ? "vừa / it fits"
              : "thiếu / too short by %d s"
                  .formatted(imported.slot().needed() - imported.slot().seconds()));
    }
  }

  private static String asJson(Imported imported) {
    try {
      return new ObjectMapper().findAndRegisterModules().writeValueAsString(imported);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An imported letter has no JSON form.", e);
    }
  }
}
