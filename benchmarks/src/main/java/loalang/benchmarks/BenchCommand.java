// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all benches are asked, and how they tell a figure: as soon as it is measured. */
abstract class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  /** Measures; each figure is handed over when it is known. */
  abstract void run(Consumer<Figure> found) throws Exception;

  @Override
  public final Integer call() throws Exception {
    run(this::print);
    return 0;
  }

  /** Lines for people; worked out only if somebody reads them. */
  final void remark(Supplier<List<String>> lines) {
    if (!json) {
      lines.get().forEach(out()::println);
    }
  }

  private void print(Figure figure) {
    out().println(json ? asJson(figure.line()) : asText(figure.line()));
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String asJson(Figure.Line line) {
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A figure has no JSON form.", e);
    }
  }

  private static String asText(Figure.Line line) {
    String peer =
        line.peer() == null
            ? ""
            : String.format(
                Locale.ROOT,
                "  %s %.3f p95 %.3f (ratio %.3f)",
                line.peer(),
                line.peerMedian(),
                line.peerP95(),
                line.ratio());
    String target =
        line.ok() == null ? "" : "  target " + line.target() + (line.ok() ? " reached" : " missed");
    return String.format(
        Locale.ROOT,
        "%-32s n %d  median %.3f  p95 %.3f  worst %.3f %s%s%s",
        line.bench() + "." + line.metric(),
        line.n(),
        line.median(),
        line.p95(),
        line.worst(),
        line.unit(),
        peer,
        target);
  }
}
