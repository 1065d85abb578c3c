// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a claim ticket. */
@Command(
    name = "ticket",
    mixinStandardHelpOptions = true,
    description = "Makes a ticket by which one new loudspeaker may join within 30 minutes.")
final class TicketCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private OfficeOptions office = new OfficeOptions();

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "The name it gets (default: the one it proposes).")
  private @Nullable String speaker;

  @Option(
      names = {"-z", "--zone"},
      paramLabel = "ZONE",
      required = true,
      split = ",",
      description = "Zones it belongs to.")
  private List<String> zones = List.of();

  @Option(names = "--json", description = "The ticket and its end as one line of JSON.")
  private boolean isJson;

  @Override
  public Integer call() {
    JsonObject wish = new JsonObject().put("zones", new JsonArray(List.copyOf(zones)));
    if (speaker != null) {
      wish.put("speaker", speaker);
    }
    JsonObject ticket = office.client().post("/claim-tickets", wish);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(isJson ? ticket.encode() : ticket.getString("ticket"));
    out.flush();
    return 0;
  }
}
