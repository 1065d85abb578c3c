// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks this machine; every finding has a next step.")
final class DoctorCommand implements Callable<Integer> {
  private static final int OLDEST_JAVA = 17;
  private static final long LITTLE_BYTES = 500L * 1024 * 1024;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OfficeOptions office = new OfficeOptions();

  @Option(names = "--json", description = "One line of JSON.")
  private boolean isJson;

  /**
   * One look.
   *
   * @param name of what was looked at
   * @param found what is there
   * @param nextStep empty if it is well
   */
  private record Finding(String name, String found, Optional<String> nextStep) {
    static Finding well(String name, String found) {
      return new Finding(name, found, Optional.empty());
    }

    static Finding ill(String name, String found, String nextStep) {
      return new Finding(name, found, Optional.of(nextStep));
    }
  }

  @Override
  public Integer call() {
    List<Finding> findings = List.of(java(), espeak(), disk(), controller());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (isJson) {
      out.println(json(findings).encode());
    } else {
      findings.forEach(finding -> tell(out, finding));
    }
    out.flush();
    return findings.stream().allMatch(finding -> finding.nextStep().isEmpty()) ? 0 : 1;
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String found = "Java " + Runtime.version();
    return feature >= OLDEST_JAVA
        ? Finding.well("java", found)
        : Finding.ill("java", found, "apt-get install default-jdk-headless");
  }

  private static Finding espeak() {
    return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .map(directory -> new File(directory, "espeak-ng"))
        .filter(File::canExecute)
        .findFirst()
        .map(file -> Finding.well("espeak-ng", file.getPath()))
        .orElseGet(
            () ->
                Finding.ill(
                    "espeak-ng", "missing: no Vietnamese voice", "apt-get install espeak-ng"));
  }

  private Finding disk() {
    try {
      Path directory = office.data().toAbsolutePath();
      while (directory.getParent() != null && !Files.exists(directory)) {
        directory = directory.getParent();
      }
      FileStore store = Files.getFileStore(directory);
      String found = "%d MB free in %s".formatted(store.getUsableSpace() >> 20, directory);
      if (!Files.isWritable(directory)) {
        return Finding.ill("disk", found + ", not writable", "Give this user the directory.");
      }
      return store.getUsableSpace() >= LITTLE_BYTES
          ? Finding.well("disk", found)
          : Finding.ill("disk", found, "Make room: at least 500 MB.");
    } catch (IOException e) {
      return Finding.ill("disk", String.valueOf(e.getMessage()), "Look at the disk.");
    }
  }

  private Finding controller() {
    try {
      JsonObject health = office.client().get("/health");
      String found =
          "%s, broker %s, %d of %d speakers online"
              .formatted(
                  health.getString("communeName"),
                  health.getString("broker"),
                  health.getInteger("online"),
                  health.getInteger("speakers"));
      return health.getString("status").equals("up")
          ? Finding.well("controller", found)
          : Finding.ill("controller", found, "Look whether the broker runs.");
    } catch (ProblemException e) {
      return Finding.ill("controller", e.problem().whatHappened(), e.problem().nextStep());
    }
  }

  private static void tell(PrintWriter out, Finding finding) {
    out.printf(
        "%-4s %-12s %s%s%n",
        finding.nextStep().isEmpty() ? "ok" : "!!",
        finding.name(),
        finding.found(),
        finding.nextStep().map(step -> " → " + step).orElse(""));
  }

  private static JsonObject json(List<Finding> findings) {
    JsonArray array = new JsonArray();
    for (Finding finding : findings) {
      array.add(
          new JsonObject()
              .put("name", finding.name())
              .put("found", finding.found())
              .put("ok", finding.nextStep().isEmpty())
              .put("nextStep", finding.nextStep().orElse("")));
    }
    return new JsonObject().put("findings", array);
  }
}
