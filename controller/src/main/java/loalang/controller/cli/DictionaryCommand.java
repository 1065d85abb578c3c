// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The commune's own dictionary, in the running office. */
@Command(
    name = "dictionary",
    mixinStandardHelpOptions = true,
    description = {
      "Từ điển cách đọc của xã: xem, thêm, bỏ, nhập, xuất.",
      "The commune's dictionary of readings; a change is in force for the next reading."
    },
    subcommands = {
      DictionaryCommand.Listing.class,
      DictionaryCommand.Setting.class,
      DictionaryCommand.Removing.class,
      DictionaryCommand.Importing.class,
      DictionaryCommand.Exporting.class
    })
final class DictionaryCommand implements Runnable {
  private static final String PATH = "/dictionary";
  private static final String TABLE = PATH + "/table";
  private static final String TSV = "text/tab-separated-values";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, set, remove, import hay / or export?");
  }

  /** What every command about the dictionary has. */
  abstract static class About implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    abstract JsonNode ask(OfficeClient client);

    abstract void tell(JsonNode answer, PrintWriter out);

    @Override
    public Integer call() {
      JsonNode answer = ask(office.office());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(answer);
      } else {
        tell(answer, out);
      }
      out.flush();
      return 0;
    }
  }

  /** Shows it. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Xem các mục từ, hoặc mọi lần sửa / show the rows, or every change.")
  static final class Listing extends About {
    @Option(
        names = "--history",
        description = "Mọi lần sửa, mới nhất trước / the changes, newest first (at most 200).")
    private boolean history;

    @Override
    JsonNode ask(OfficeClient client) {
      return client.get(history ? PATH + "/history?limit=200" : PATH);
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      for (JsonNode row : answer.path(history ? "changes" : "entries")) {
        out.printf(
            "%s%s → %s%s  (%s, %s)%n",
            row.path("removed").asBoolean() ? "bỏ / removed: " : "",
            row.path("written").asText(),
            row.path("spoken").asText(),
            row.path("when").asText().isEmpty() ? "" : "  [" + row.path("when").asText() + "]",
            row.path("by").asText(),
            row.path("at").asText());
      }
    }
  }

  /** Sets one row. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = "Đặt cách đọc một chữ viết tắt / set how a form is read.")
  static final class Setting extends About {
    @Parameters(index = "0", paramLabel = "WRITTEN", description = "Chữ viết / the form.")
    private String written = "";

    @Parameters(index = "1", paramLabel = "SPOKEN", description = "Cách đọc / its reading.")
    private String spoken = "";

    @Option(
        names = "--when",
        paramLabel = "NEIGHBOUR",
        description = "Chỉ khi đứng cạnh / only beside: next=y tế, prev=số …; may be repeated.")
    private List<String> when = List.of();

    @Option(names = "--source", paramLabel = "TEXT", description = "Nguồn / where it is from.")
    private @Nullable String source;

    @Option(
        names = "--version",
        paramLabel = "N",
        description = "Only if the row's version is N; 0: only if there is none.")
    private @Nullable Long version;

    @Override
    JsonNode ask(OfficeClient client) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("written", written);
      row.put("spoken", spoken);
      row.put("when", String.join(",", when));
      if (source != null) {
        row.put("source", source);
      }
      if (version != null) {
        row.put("version", version);
      }
      return client.put(PATH, row);
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      out.printf(
          "%s → %s  (phiên bản / version %d)%n",
          answer.path("written").asText(),
          answer.path("spoken").asText(),
          answer.path("version").asLong());
    }
  }

  /** Takes one row out. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Bỏ một mục từ / take a row out; the history keeps it.")
  static final class Removing extends About {
    @Parameters(paramLabel = "WRITTEN", description = "Chữ viết / the form.")
    private String written = "";

    @Option(
        names = "--when",
        paramLabel = "NEIGHBOUR",
        description = "As the row has them; may be repeated.")
    private List<String> when = List.of();

    @Override
    JsonNode ask(OfficeClient client) {
      Map<String, String> key = new TreeMap<>(Map.of("written", written));
      if (!when.isEmpty()) {
        key.put("when", String.join(",", when));
      }
      return client.delete(OfficeClient.query(PATH, key));
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      DictionaryCommand.tellVersion(answer, out);
    }
  }

  /** Takes a table in. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Nhập bảng từ điển, cả bảng hoặc không gì cả / take a table in, whole or not.")
  static final class Importing extends About {
    @Parameters(
        paramLabel = "FILE.tsv",
        description = "Lines of written<TAB>spoken<TAB>when<TAB>source.")
    private Path file = Path.of("");

    @Option(
        names = "--replace",
        description = "Bỏ mục không có trong bảng / take out rows that the table does not have.")
    private boolean replace;

    @Override
    JsonNode ask(OfficeClient client) {
      return client.putText(TABLE + "?replace=" + replace, TSV, new NamedFile(file).text());
    }

    @Override
    void tell(JsonNode answer, PrintWriter out) {
      DictionaryCommand.tellVersion(answer, out);
    }
  }

  /** Gives it out as a table. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Xuất bảng từ điển / write the table that can be imported again.")
  static final class Exporting implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE.tsv",
        description = "Tệp ra / the file (default: standard output).")
    private @Nullable Path file;

    @Option(names = "--json", description = "Rows with who and when, as JSON.")
    private boolean json;

    @Override
    public Integer call() {
      OfficeClient client = office.office();
      String table = json ? client.get(PATH) + "\n" : client.getText(TABLE);
      if (file == null) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
      } else {
        new NamedFile(file).write(table);
      }
      return 0;
    }
  }

  private static void tellVersion(JsonNode answer, PrintWriter out) {
    out.printf(
        "%d mục từ / rows  (phiên bản / version %d)%n",
        answer.path("rows").asInt(), answer.path("version").asLong());
  }
}
