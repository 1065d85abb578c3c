// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import loalang.controller.client.NamedFile;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who did what, and whether somebody changed the log. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Nhật ký hệ thống: ai làm gì, lúc nào, từ đâu; kiểm tra có bị sửa không.",
      "The audit log: who did what, when, from where; and whether it is whole."
    },
    subcommands = {
      AuditCommand.Showing.class,
      AuditCommand.Verifying.class,
      AuditCommand.Exporting.class
    })
final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "show, verify hay / or export?");
  }

  /** Shows the newest rows. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Xem những việc mới nhất / show the newest rows.")
  static final class Showing implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Option(
        names = "--about",
        paramLabel = "NAME",
        description = "Chỉ về tài khoản, bản tin, lượt phát này / only about this object.")
    private @Nullable String object;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many (default: 50).")
    private int limit;

    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    @Override
    public Integer call() {
      Map<String, String> words = new TreeMap<>(Map.of("limit", Integer.toString(limit)));
      if (object != null) {
        words.put("object", object);
      }
      JsonNode answer = office.office().get(OfficeClient.query("/audit", words));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
      } else {
        answer.path("entries").forEach(entry -> tell(entry, out));
      }
      out.flush();
      return 0;
    }

    private static void tell(JsonNode entry, PrintWriter out) {
      out.printf(
          "%d  %s  %s  %s  %s  %s%s%n",
          entry.path("number").asLong(),
          entry.path("at").asText(),
          entry.path("by").asText(),
          entry.path("deed").asText(),
          entry.path("object").asText(),
          entry.path("address").asText(),
          entry.path("note").asText().isEmpty() ? "" : "  (" + entry.path("note").asText() + ")");
    }
  }

  /** Follows the chain. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Kiểm tra nhật ký có bị sửa hay bị cắt không / whether the log is whole.",
        "Exit code 0 only if every row holds."
      })
  static final class Verifying implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    @Override
    public Integer call() {
      JsonNode verdict = office.office().get("/audit/verification");
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(verdict);
      } else if (verdict.path("holds").asBoolean()) {
        out.printf(
            "%d dòng, không bị sửa / rows, all hold; %s%n",
            verdict.path("rows").asLong(), verdict.path("digest").asText());
      } else {
        JsonNode problem = verdict.path("problem");
        out.printf(
            "%s: %s %s%n",
            problem.path("code").asText(),
            problem.path("detail").asText(),
            problem.path("nextStep").asText());
      }
      out.flush();
      return verdict.path("holds").asBoolean() ? 0 : 1;
    }
  }

  /** Gives it out whole. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Xuất cả nhật ký, mỗi dòng một JSON / the whole log, one JSON object a line.")
  static final class Exporting implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE.jsonl",
        description = "Tệp ra / the file (default: standard output).")
    private @Nullable Path file;

    @Override
    public Integer call() {
      String lines = office.office().getText("/audit/export");
      if (file == null) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(lines);
        out.flush();
      } else {
        new NamedFile(file).write(lines);
      }
      return 0;
    }
  }
}
