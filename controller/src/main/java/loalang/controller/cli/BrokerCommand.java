// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import loalang.controller.MosquittoExport;
import loalang.controller.broker.MosquittoFiles;
import loalang.controller.storage.DatabaseSettings;
import loalang.protocol.CommuneId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Brokers that are not ours. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = {"Trạm tin bên ngoài: tạo cấu hình.", "External brokers: write a configuration."})
final class BrokerCommand implements Runnable {
  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final String PLUGIN = "mosquitto_dynamic_security.so";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "mosquitto?");
  }

  /** What is asked for. */
  static final class Wish {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Its folder.")
    private Path out = Path.of("mosquitto");

    @Option(
        names = "--host",
        required = true,
        paramLabel = "HOST",
        description = "Name or address under which poles and office reach it.")
    private String host = "";

    @Option(
        names = "--port",
        defaultValue = "8883",
        paramLabel = "PORT",
        description = "Where it listens with TLS (default: ${DEFAULT-VALUE}).")
    private int port = 8_883;

    @Option(
        names = "--commune",
        paramLabel = "ID",
        defaultValue = "${env:LOA_COMMUNE:-xa}",
        description = "As the controller has it (default: ${DEFAULT-VALUE}).")
    private String commune = "xa";

    @Option(
        names = "--data-dir",
        paramLabel = "DIR",
        defaultValue = "${sys:loa.home:-.loa}/office",
        description = "The controller's folder (default: ${DEFAULT-VALUE}).")
    private Path data = OfficeOption.standard();

    @Option(
        names = "--plugin",
        paramLabel = "FILE",
        description = "Where its plugin " + PLUGIN + " lies.")
    private @Nullable Path plugin;
  }

  @Command(
      name = "mosquitto",
      mixinStandardHelpOptions = true,
      description = {
        "Tạo cấu hình đầy đủ cho Mosquitto từ dữ liệu của máy chủ (máy chủ phải đang tắt).",
        "Write a whole configuration for Mosquitto from the office's state; stop the office first."
      })
  int mosquitto(@picocli.CommandLine.Mixin Wish wish) throws IOException {
    Path plugin = wish.plugin == null ? plugin() : wish.plugin;
    MosquittoExport.Written written =
        new MosquittoExport(
                wish.data,
                DatabaseSettings.file(wish.data.resolve("controller.db")),
                new Topics(new CommuneId(wish.commune)))
            .write(new MosquittoFiles(wish.out, wish.port, plugin), wish.host, Instant.now());
    PrintWriter out = spec.commandLine().getOut();
    Path folder = wish.out.toAbsolutePath();
    out.printf(
        "%d cụm loa / nodes -> %s%n"
            + "mosquitto -c %s/mosquitto.conf%n"
            + "LOA_BROKER_PASSWORD=$(cat %s/%s) ./loa controller --broker ssl://%s:%d"
            + " --broker-ca %s/ca.pem%n",
        written.accounts(),
        folder,
        folder,
        folder,
        MosquittoFiles.OFFICE_PASSWORD,
        wish.host,
        wish.port,
        folder);
    if (!written.withoutPassword().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("cần phiếu mới / need a new ticket: " + written.withoutPassword());
    }
    return 0;
  }

  private static Path plugin() throws IOException {
    try (Stream<Path> files = Files.find(LIBRARIES, 3, (f, a) -> f.endsWith(PLUGIN))) {
      return files
          .findFirst()
          .orElseThrow(
              () ->
                  new ProblemException(
                      new Problem(
                          "MOSQUITTO_PLUGIN_MISSING",
                          "%s is not below %s.".formatted(PLUGIN, LIBRARIES),
                          "Install Debian's mosquitto, or say with --plugin where it lies on the"
                              + " machine it runs on.")));
    }
  }
}
