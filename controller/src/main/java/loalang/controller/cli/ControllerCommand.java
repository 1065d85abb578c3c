// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import loalang.controller.ControllerConfig;
import loalang.controller.ControllerMain;
import loalang.controller.OfficeTools;
import loalang.controller.storage.DatabaseSettings;
import loalang.protocol.CommuneId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.quiet.QuietHours;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs the office until it is asked to end. */
@Command(
    name = "controller",
    mixinStandardHelpOptions = true,
    description = {
      "Chạy máy chủ ở xã: trang điều khiển, API, trạm tin MQTT, cơ sở dữ liệu, lịch phát.",
      "Run the office: console, API, MQTT broker, database, schedule."
    })
final class ControllerCommand implements Callable<Integer> {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Nơi giữ mọi thứ / everything that lasts (default: .loa/office).")
  private @Nullable Path dataDirectory;

  @Option(
      names = "--commune",
      defaultValue = "xa-mau",
      converter = Commune.class,
      description = "Mã xã / the commune's identifier (default: xa-mau).")
  private CommuneId commune = new CommuneId("xa-mau");

  @Option(
      names = "--commune-name",
      defaultValue = "Xã Mẫu",
      description = "Tên xã / the commune's name (default: Xã Mẫu).")
  private String communeName = "Xã Mẫu";

  @Option(
      names = "--listen",
      defaultValue = "127.0.0.1",
      paramLabel = "HOST",
      description = "Loopback only, as long as there is no TLS (default: 127.0.0.1).")
  private String host = "127.0.0.1";

  @Option(names = "--http-port", defaultValue = "8090", description = "0 = any (default: 8090).")
  private int httpPort;

  @Option(names = "--mqtt-port", defaultValue = "18830", description = "0 = any (default: 18830).")
  private int mqttPort;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "jdbc:postgresql://HOST/NAME; user and password from LOA_DATABASE_USER and"
          + " LOA_DATABASE_PASSWORD (default: a file in the data directory).")
  private @Nullable String database;

  @Option(
      names = "--quiet-hours",
      paramLabel = "HH:MM-HH:MM",
      converter = Quiet.class,
      description = "When only an emergency sounds, Vietnamese time (default: 21:00-05:30).")
  private QuietHours quietHours = QuietHours.USUAL;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (ControllerMain office = ControllerMain.start(config(), OfficeTools.standard())) {
      Path endpoints = data().resolve("endpoints.json");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endIn(asked, ended), "stop"));
      publish(endpoints, office);
      tell(office);
      asked.await();
      Files.deleteIfExists(endpoints);
    } finally {
      ended.countDown();
    }
    return 0;
  }

  /** A signal only asks; the office ends in its own order, and the process waits for that. */
  private static void endIn(CountDownLatch asked, CountDownLatch ended) {
    asked.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(ControllerMain office) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Trang điều khiển / console: http://%s:%d%n", host, office.httpPort());
    out.printf("Trạm tin / broker: %s:%d%n", host, office.mqttPort());
    office
        .firstPassword()
        .ifPresent(
            made ->
                out.println(
                    "Mật khẩu đầu tiên nằm ở / the first password is in "
                        + data().resolve("first-login.txt")));
    out.flush();
  }

  /** Where clients find this office: written whole or not at all. */
  private void publish(Path endpoints, ControllerMain office) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode known = json.createObjectNode();
    known.put("http", "http://%s:%d".formatted(host, office.httpPort()));
    known.put("mqtt", "tcp://%s:%d".formatted(host, office.mqttPort()));
    known.put("pid", ProcessHandle.current().pid());
    Path draft = endpoints.resolveSibling("endpoints.json.new");
    Files.write(draft, json.writeValueAsBytes(known));
    Files.move(draft, endpoints, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path data() {
    return dataDirectory == null ? OfficeOption.standard() : dataDirectory;
  }

  private ControllerConfig config() {
    return new ControllerConfig(
        commune,
        communeName,
        new ControllerConfig.Door(host, httpPort),
        new ControllerConfig.Door(host, mqttPort),
        Optional.empty(),
        data(),
        Optional.ofNullable(database).map(ControllerCommand::settings),
        quietHours,
        Duration.ofSeconds(30));
  }

  private static DatabaseSettings settings(String url) {
    try {
      return new DatabaseSettings(
          url,
          Optional.ofNullable(System.getenv("LOA_DATABASE_USER")),
          Optional.ofNullable(System.getenv("LOA_DATABASE_PASSWORD")),
          Duration.ofSeconds(5));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          new Problem(
              "DATABASE_ADDRESS",
              String.valueOf(e.getMessage()),
              "Give --database an address of that form, or leave it out."),
          e);
    }
  }

  /** Reads a commune's identifier. */
  static final class Commune implements ITypeConverter<CommuneId> {
    @Override
    public CommuneId convert(String value) {
      try {
        return new CommuneId(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads quiet hours. */
  static final class Quiet implements ITypeConverter<QuietHours> {
    @Override
    public QuietHours convert(String value) {
      String[] ends = value.split("-", 2);
      try {
        return new QuietHours(
            LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]), VIETNAM);
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw new TypeConversionException("expected HH:MM-HH:MM such as 21:00-05:30");
      }
    }
  }
}
