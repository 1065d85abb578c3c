// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the ticket with which one new node joins. */
@Command(
    name = "ticket",
    mixinStandardHelpOptions = true,
    description = {
      "Tạo phiếu nhận cho một cụm loa mới; dùng được một lần, có hạn.",
      "Make the claim ticket for one new node: one use, short-lived."
    })
final class TicketCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  @Option(
      names = "--zone",
      required = true,
      paramLabel = "ZONE",
      description = "Khu vực phát / zone the node belongs to; may be given several times.")
  private List<String> zones = List.of();

  @Option(names = "--name", paramLabel = "NAME", description = "Tên cụm loa / the node's name.")
  private @Nullable String name;

  @Option(names = "--json", description = "Print ticket and expiry as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("zones", zones);
    if (name != null) {
      wish.put("speaker", name);
    }
    JsonNode ticket = office.office().post("/claim-tickets", wish);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ticket);
    } else {
      out.println(ticket.path("ticket").asText());
      PrintWriter aside = spec.commandLine().getErr();
      aside.println("dùng trước / use before " + ticket.path("expires").asText());
    }
    return 0;
  }
}
