// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import loalang.controller.checkup.Finding;
import loalang.controller.checkup.MachineCheck;
import loalang.protocol.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at this machine and says what it lacks. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Kiểm tra máy này: thiếu gì thì chỉ cách sửa.",
      "Check this machine; what is missing is named with the next step.",
      "Exit code 0 if nothing that is needed is missing."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = MachineCheck.ofThisSystem(office.directory()).look(Instant.now());
    findings.forEach(finding -> out.println(mark(finding.level()) + words(finding)));
    out.println(running());
    return findings.stream().anyMatch(Finding::isBroken) ? 1 : 0;
  }

  private static String mark(Finding.Level level) {
    return switch (level) {
      case WELL -> "  ✓ ";
      case WARNING -> "  – ";
      case BROKEN -> "  ✗ ";
    };
  }

  private static String words(Finding finding) {
    return finding
        .problem()
        .map(why -> "%s: %s → %s".formatted(why.code(), why.whatHappened(), why.nextStep()))
        .orElseGet(() -> (name(finding.check()) + finding.found()).strip());
  }

  private static String name(Finding.Check check) {
    return switch (check) {
      case JAVA, VOICE -> "";
      case DISK -> "Còn trống / free: ";
      case SOUND -> "Có thiết bị âm thanh / a sound device is there";
      case CLOCK -> "Đồng hồ / the clock: no fault found";
      case BROKER -> "Trạm tin / the broker is there";
      case COPY -> "Bản sao lưu / copied: ";
    };
  }

  private String running() {
    try {
      JsonNode health = office.office().get("/health");
      String fault = health.path("clockProblem").asText("");
      return "%sMáy chủ đang chạy / controller: %s %s"
          .formatted(
              mark(fault.isEmpty() ? Finding.Level.WELL : Finding.Level.WARNING),
              health.path("status").asText(),
              fault);
    } catch (ProblemException e) {
      return mark(Finding.Level.WARNING)
          + e.problem().whatHappened()
          + " "
          + e.problem().nextStep();
    }
  }
}
