// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** What the running office is going to air, and the sheets that say so. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = {
      "Lịch phát: xem, xuất, bỏ.",
      "The schedule: what comes, and the sheets that say so; loa apply loads one."
    },
    subcommands = {
      PlanCommands.Showing.class,
      PlanCommands.At.class,
      PlanCommands.Held.class,
      ScheduleCommand.Listing.class,
      ScheduleCommand.Exporting.class,
      ScheduleCommand.Removing.class
    })
final class ScheduleCommand implements Runnable {
  private static final String SHEETS = "/programmes";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "show, at, held, list, export hay / or delete?");
  }

  /** What every command about the schedule has. */
  abstract static class About implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    abstract void ask(OfficeClient client, PrintWriter out);

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      ask(office.office(), out);
      out.flush();
      return 0;
    }
  }

  /** Names the sheets. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Tên các tờ lịch đã nạp / the sheets that were loaded.")
  static final class Listing extends About {
    @Override
    void ask(OfficeClient client, PrintWriter out) {
      for (JsonNode sheet : client.get(SHEETS).path("sheets")) {
        out.printf("%s  %s%n", sheet.path("name").asText(), sheet.path("takenAt").asText());
      }
    }
  }

  /** Gives sheets back as files. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Xuất một tờ lịch, hoặc mọi tờ vào thư mục; không nêu gì: cả lịch phát thành một tệp.",
        "One sheet, or every sheet into a folder; with neither the whole schedule as one file."
      })
  static final class Exporting extends About {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Tên tờ lịch / the sheet.")
    private @Nullable String name;

    @Option(names = "-o", paramLabel = "DIR", description = "Thư mục / the folder.")
    private @Nullable Path directory;

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      if (directory == null) {
        out.print(client.getText(name == null ? "/schedule" : SHEETS + "/" + name));
        return;
      }
      for (String sheet : name == null ? names(client) : List.of(name)) {
        Path file = directory.resolve(sheet + ".yaml");
        new NamedFile(file).write(client.getText(SHEETS + "/" + sheet));
        out.println(file);
      }
    }

    private static List<String> names(OfficeClient client) {
      List<String> names = new ArrayList<>();
      client.get(SHEETS).path("sheets").forEach(sheet -> names.add(sheet.path("name").asText()));
      return names;
    }
  }

  /** Takes a sheet away. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Bỏ một tờ lịch với mọi điều nó nói / take a sheet away with all it said.")
  static final class Removing extends About {
    @Parameters(paramLabel = "NAME", description = "Tên tờ lịch / the sheet.")
    private String name = "";

    @Option(
        names = "--dry-run",
        description = "Chỉ xem điều gì sẽ đổi / only show what would change.")
    private boolean isTrial;

    @Override
    void ask(OfficeClient client, PrintWriter out) {
      Map<String, String> how = Map.of("dryRun", String.valueOf(isTrial));
      JsonNode answer = client.delete(OfficeClient.query(SHEETS + "/" + name, how));
      new ScheduleLines(out).taken(answer);
      out.println((isTrial ? "Chưa bỏ / not deleted: " : "Đã bỏ / deleted: ") + name);
    }
  }
}
