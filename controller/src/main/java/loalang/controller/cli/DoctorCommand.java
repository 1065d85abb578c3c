// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioSystem;
import loalang.controller.clock.ClockSync;
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
  private static final long ENOUGH_BYTES = 1_000_000_000L;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OfficeOption office = new OfficeOption();

  /**
   * What was found.
   *
   * @param good true if nothing is to be done
   * @param needed true if the main job cannot be done without it
   * @param text what was found, and the next step if it is not good
   */
  private record Finding(boolean good, boolean needed, String text) {}

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(
        program("espeak-ng", true, "giọng đọc tiếng Việt / the Vietnamese voice", "espeak-ng"));
    findings.add(disk());
    findings.add(sound());
    findings.add(clock());
    findings.add(running());
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(
        finding ->
            out.println(
                (finding.good() ? "  ✓ " : finding.needed() ? "  ✗ " : "  – ") + finding.text()));
    return findings.stream().anyMatch(finding -> finding.needed() && !finding.good()) ? 1 : 0;
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    return new Finding(
        feature >= 17,
        true,
        feature >= 17
            ? "Java " + Runtime.version()
            : "Java " + feature + " is too old. Next: sudo apt-get install default-jdk-headless");
  }

  private static Finding program(
      String name, boolean needed, String purpose, String debianPackage) {
    Optional<String> version = firstLine(name, "--version");
    return new Finding(
        version.isPresent(),
        needed,
        version.orElse(
            "%s (%s) is missing. Next: sudo apt-get install %s"
                .formatted(name, purpose, debianPackage)));
  }

  private static Finding disk() {
    Path here = Path.of(System.getProperty("loa.home", "."));
    Path existing = Files.exists(here) ? here : Path.of(".");
    // Not FileStore: it looks for a mount point, and in a container there may be none to find.
    long free = existing.toFile().getUsableSpace();
    return new Finding(
        free >= ENOUGH_BYTES,
        true,
        free >= ENOUGH_BYTES
            ? "Còn trống / free: %d MB".formatted(free / 1_000_000)
            : "Only %d MB are free. Next: make room for 1000 MB.".formatted(free / 1_000_000));
  }

  private static Finding sound() {
    boolean device = AudioSystem.getMixerInfo().length > 0;
    return new Finding(
        device,
        false,
        device
            ? "Có thiết bị âm thanh / a sound device is there"
            : "Không có thiết bị âm thanh; cụm loa sẽ ghi ra tệp WAV / no sound device: an agent"
                + " here writes WAV files instead.");
  }

  private static Finding clock() {
    return ClockSync.ofThisSystem()
        .problem()
        .map(why -> new Finding(false, false, why.toString()))
        .orElseGet(() -> new Finding(true, false, "Đồng hồ / the clock: no fault found"));
  }

  private Finding running() {
    try {
      JsonNode health = office.office().get("/health");
      return new Finding(
          !health.has("clockProblem"),
          false,
          "Máy chủ đang chạy / controller: %s %s"
              .formatted(health.path("status").asText(), health.path("clockProblem").asText("")));
    } catch (ProblemException e) {
      return new Finding(false, false, e.problem().whatHappened() + " " + e.problem().nextStep());
    }
  }

  private static Optional<String> firstLine(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(5, TimeUnit.SECONDS);
      return said.lines().findFirst();
    } catch (IOException missing) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
