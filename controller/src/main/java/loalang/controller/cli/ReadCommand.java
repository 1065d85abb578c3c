// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import loalang.announcements.NoticeFile;
import loalang.announcements.script.Normaliser;
import loalang.announcements.script.ReadingWarning;
import loalang.announcements.script.Script;
import loalang.announcements.script.ScriptSentence;
import loalang.controller.client.NamedFile;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would be spoken. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Cho xem lời sẽ đọc của một văn bản tiếng Việt.",
      "Show what would be spoken of a Vietnamese text, and every doubt."
    })
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Bản tin / a notice: UTF-8 text, or Markdown with front matter.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Script, source spans and doubts as JSON.")
  private boolean json;

  @Option(names = "--diff", description = "Show [written → spoken] where the two differ.")
  private boolean diff;

  @Option(
      names = "--tsv",
      description = "Read lines of id<TAB>written from standard input, write id<TAB>spoken.")
  private boolean tsv;

  @Mixin private ReaderOption reading = new ReaderOption();

  @Override
  public Integer call() {
    Normaliser reader = reading.reader();
    PrintWriter out = spec.commandLine().getOut();
    if (tsv) {
      new ReadLines(reader)
          .copy(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
    } else {
      String written = NoticeFile.read(new NamedFile(named()).text()).body();
      show(reader.read(written), written, out);
    }
    out.flush();
    return 0;
  }

  private Path named() {
    if (file == null) {
      throw new ProblemException(
          new Problem(
              "FILE_NOT_NAMED",
              "There is no file to read.",
              "Name one, or use --tsv for lines on standard input."));
    }
    return file;
  }

  private void show(Script script, String written, PrintWriter out) {
    if (json) {
      out.println(asJson(script));
      return;
    }
    for (ScriptSentence sentence : script.sentences()) {
      out.println(diff ? ScriptDiff.of(sentence, written) : sentence.spoken());
    }
    for (ReadingWarning warning : script.warnings()) {
      out.printf(
          "! %s %d–%d \"%s\" → \"%s\"%n",
          warning.kind(),
          warning.source().start(),
          warning.source().end(),
          warning.written(),
          warning.spoken());
    }
  }

  private static String asJson(Script script) {
    try {
      return new ObjectMapper().writeValueAsString(script);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A script has no JSON form.", e);
    }
  }
}
