// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import loalang.announcements.NoticeFile;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionSettings;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders a notice without a controller. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = "Renders a notice to an Ogg Opus file.")
final class RenderCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Plain text or Markdown with front matter.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The sound file, .opus or .ogg.")
  private Path output = Path.of("");

  @Override
  public Integer call() {
    try (ProduceAnnouncement line = ProduceAnnouncement.create(ProductionSettings.standard())) {
      Production made = line.produce(NoticeFile.read(TextFile.read(file)));
      Files.write(output, made.recording().oggOpus());
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.printf(
          "%s %.1f s, %d bytes, rendered in %.1f s%n",
          output,
          made.recording().ref().duration().toMillis() / 1000.0,
          made.recording().ref().sizeBytes(),
          made.report().total().toMillis() / 1000.0);
      out.flush();
      return 0;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "FILE_UNWRITABLE",
              "%s cannot be written: %s.".formatted(output, e.getMessage()),
              "Name a file in a directory you may write to."),
          e);
    }
  }
}
