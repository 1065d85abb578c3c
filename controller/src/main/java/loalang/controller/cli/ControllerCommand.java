// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.cli;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import loalang.controller.ControllerConfig;
import loalang.controller.ControllerMain;
import loalang.controller.OfficeTools;
import loalang.controller.broker.LinkSettings;
import loalang.controller.tls.BrokerCertificate;
import loalang.protocol.CommuneId;
import loalang.schedules.quiet.QuietHours;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the controller until it is told to stop. */
@Command(
    name = "controller",
    mixinStandardHelpOptions = true,
    description = {
      "Chạy máy chủ ở xã: trang điều khiển, API, trạm tin MQTT, cơ sở dữ liệu, lịch phát.",
      "Run the office: console, API, MQTT broker, database, schedule.",
      "Every option may stand in a file: loa controller @office.conf"
    })
final class ControllerCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${sys:loa.home:-.loa}/office",
      description = "Everything that lasts (default: ${DEFAULT-VALUE}).")
  private Path data = OfficeOption.standard();

  @Option(
      names = "--commune",
      paramLabel = "ID",
      defaultValue = "${env:LOA_COMMUNE:-xa}",
      description = "Short name of the commune in topics (default: ${DEFAULT-VALUE}).")
  private String commune = "xa";

  @Option(
      names = "--commune-name",
      paramLabel = "NAME",
      defaultValue = "${env:LOA_COMMUNE_NAME:-Xã}",
      description = "Its name as people read it (default: ${DEFAULT-VALUE}).")
  private String communeName = "Xã";

  @Option(
      names = "--http-host",
      paramLabel = "HOST",
      defaultValue = "${env:LOA_HTTP_HOST:-127.0.0.1}",
      description = "Where console and API listen (default: ${DEFAULT-VALUE}).")
  private String httpHost = "127.0.0.1";

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "${env:LOA_HTTP_PORT:-8090}",
      description = "0 lets the system choose (default: ${DEFAULT-VALUE}).")
  private int httpPort;

  @Option(
      names = "--mqtt-host",
      paramLabel = "HOST",
      defaultValue = "${env:LOA_MQTT_HOST:-127.0.0.1}",
      description = "Where the broker listens (default: ${DEFAULT-VALUE}).")
  private String mqttHost = "127.0.0.1";

  @Option(
      names = "--mqtt-port",
      paramLabel = "PORT",
      defaultValue = "${env:LOA_MQTT_PORT:-18830}",
      description = "0 lets the system choose (default: ${DEFAULT-VALUE}).")
  private int mqttPort;

  @Mixin private ReachOptions reach = new ReachOptions();

  @Option(
      names = "--broker",
      paramLabel = "URI",
      defaultValue = "${env:LOA_BROKER}",
      description = "An MQTT 5 broker to use instead of the embedded one: ssl://host:8883.")
  private @Nullable String broker;

  @Option(
      names = "--broker-user",
      paramLabel = "USER",
      defaultValue = "${env:LOA_BROKER_USER:-office}",
      description = "The office's user there; its password: LOA_BROKER_PASSWORD.")
  private String brokerUser = "office";

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Option(
      names = "--quiet-hours",
      paramLabel = "FROM-UNTIL",
      defaultValue = "${env:LOA_QUIET_HOURS:-21:00-05:30}",
      description = "When only an emergency sounds (default: ${DEFAULT-VALUE}).")
  private String quietHours = "21:00-05:30";

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "${env:LOA_TIME_ZONE:-Asia/Ho_Chi_Minh}",
      description = "Whose wall clock that is (default: ${DEFAULT-VALUE}).")
  private String timeZone = "Asia/Ho_Chi_Minh";

  @Option(
      names = "--missing-after",
      paramLabel = "SECONDS",
      defaultValue = "${env:LOA_MISSING_AFTER:-60}",
      description =
          "A speaker silent so long after the end is missing (default: ${DEFAULT-VALUE}).")
  private int missingAfter;

  @Option(names = "--json", description = "Says where it listens as one line of JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws InterruptedException {
    ControllerMain controller = ControllerMain.start(config(), OfficeTools.standard(data));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    greet(out, controller);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  controller.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
    return 0;
  }

  private void greet(PrintWriter out, ControllerMain controller) {
    String url = "http://%s:%d".formatted(httpHost, controller.httpPort());
    if (isJson) {
      out.println(
          new JsonObject()
              .put("url", url)
              .put("mqttPort", controller.mqttPort())
              .put("data", data.toString())
              .encode());
    } else {
      out.printf(
          "Trang điều khiển / console: %s%nTrạm tin / broker: %s:%d%n",
          url, mqttHost, controller.mqttPort());
      controller
          .firstPassword()
          .ifPresent(
              password ->
                  out.printf(
                      "Đăng nhập lần đầu / first login: canbo %s (first-login.txt)%n", password));
    }
    out.flush();
  }

  ControllerConfig config() {
    try {
      return new ControllerConfig(
              new CommuneId(commune),
              communeName,
              new ControllerConfig.Door(httpHost, httpPort),
              new ControllerConfig.Door(mqttHost, mqttPort),
              reach.reach(),
              Optional.ofNullable(broker).filter(uri -> !uri.isBlank()).map(this::link),
              data,
              database.server(),
              quietHours(),
              Duration.ofSeconds(missingAfter))
          .checked();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private LinkSettings link(String uri) {
    return new LinkSettings(
        uri,
        brokerUser,
        Optional.ofNullable(System.getenv("LOA_BROKER_PASSWORD")).orElse(""),
        Duration.ofDays(1),
        reach.reach().authority().map(BrokerCertificate::trusting).orElse(null));
  }

  private QuietHours quietHours() {
    String[] ends = quietHours.split("-", 2);
    if (ends.length < 2) {
      throw new IllegalArgumentException(
          "Quiet hours look like 21:00-05:30, was \"%s\".".formatted(quietHours));
    }
    return new QuietHours(
        LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()), ZoneId.of(timeZone));
  }
}
