// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import loalang.controller.client.OfficeClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What waits for approval, and whether the office asks for it. */
@Command(
    name = "approval",
    mixinStandardHelpOptions = true,
    description = {
      "Duyệt bản tin: xem gì đang chờ; bật, tắt việc phải duyệt.",
      "What waits for approval, and whether the office asks for it. Approving needs an account."
    },
    subcommands = {ApprovalCommand.Listing.class, ApprovalCommand.Rules.class})
final class ApprovalCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list hay / or rules?");
  }

  /** Shows what waits. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Bản tin và tin khẩn đang chờ người thứ hai / what waits for a second person.")
  static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Override
    public Integer call() {
      OfficeClient client = office.office();
      PrintWriter out = spec.commandLine().getOut();
      for (JsonNode waiting : client.get("/approvals").path("approvals")) {
        out.printf(
            "%s  %s  %s%n",
            waiting.path("notice").asText(),
            waiting.path("sentBy").asText(),
            waiting.path("sentAt").asText());
      }
      for (JsonNode wish : client.get("/emergencies").path("emergencies")) {
        out.printf(
            "KHẨN CẤP / EMERGENCY  %s  %s  %s → %s%n",
            wish.path("airing").asText(),
            wish.path("notice").asText(),
            wish.path("requestedBy").asText(),
            wish.path("expires").asText());
      }
      out.flush();
      return 0;
    }
  }

  /** Shows or changes what the office asks of its people. */
  @Command(
      name = "rules",
      mixinStandardHelpOptions = true,
      description = "Xem hoặc đổi quy định duyệt / what the office asks of its people.")
  static final class Rules implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OfficeOption office = new OfficeOption();

    @Option(
        names = "--approval",
        arity = "1",
        paramLabel = "true|false",
        description = "Bản tin phải được duyệt / only approved notices are aired.")
    private @Nullable Boolean approval;

    @Option(
        names = "--emergency-two",
        arity = "1",
        paramLabel = "true|false",
        description = "Tin khẩn cần hai người / an emergency needs two people.")
    private @Nullable Boolean emergency;

    @Override
    public Integer call() {
      OfficeClient client = office.office();
      JsonNode now = client.get("/settings");
      if (approval != null || emergency != null) {
        now =
            client.put(
                "/settings",
                Map.of(
                    "approvalNeeded",
                    approval == null ? now.path("approvalNeeded").asBoolean() : approval,
                    "emergencyNeedsTwo",
                    emergency == null ? now.path("emergencyNeedsTwo").asBoolean() : emergency));
      }
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "phải duyệt / approval: %s%ntin khẩn hai người / emergency by two: %s%n",
          now.path("approvalNeeded").asBoolean(), now.path("emergencyNeedsTwo").asBoolean());
      out.flush();
      return 0;
    }
  }
}
