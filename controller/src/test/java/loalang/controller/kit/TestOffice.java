// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import loalang.controller.ControllerConfig;
import loalang.controller.ControllerMain;
import loalang.controller.OfficeTools;
import loalang.controller.accounts.Passwords;
import loalang.controller.reading.ReadingQueue;
import loalang.controller.studio.DiskShelf;
import loalang.controller.studio.SpeechQueue;
import loalang.protocol.CommuneId;
import loalang.schedules.quiet.QuietHours;

/** An office in a directory of its own, on ports of its own. */
public final class TestOffice implements AutoCloseable {
  public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  // As Vert.x has it: a collection of garbage beside two other programs takes most of a second.
  private static final long LONGEST_TURN_SECONDS = 2;

  // Nobody guesses at the passwords of a test.
  private static final Passwords CHEAP_PASSWORDS = new Passwords(64, 1);

  private final ControllerMain controller;
  private final Path data;

  private final LoopWatch watch = LoopWatch.begin();

  private TestOffice(ControllerMain controller, Path data) {
    this.controller = controller;
    this.data = data;
  }

  public static TestOffice open(Path data) {
    return open(config(data), tools());
  }

  public static TestOffice open(ControllerConfig config, OfficeTools tools) {
    return start(config, tools.keeping(CHEAP_PASSWORDS));
  }

  /** With passwords that cost what they cost in an office. */
  public static TestOffice openWithCostlyPasswords(Path data) {
    return start(config(data), tools());
  }

  private static TestOffice start(ControllerConfig config, OfficeTools tools) {
    VertxOptions strict =
        ControllerMain.options()
            .setBlockedThreadCheckInterval(50)
            .setMaxEventLoopExecuteTime(LONGEST_TURN_SECONDS)
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
            .setWarningExceptionTime(LONGEST_TURN_SECONDS)
            .setWarningExceptionTimeUnit(TimeUnit.SECONDS);
    return new TestOffice(ControllerMain.start(config, tools, strict), config.data());
  }

  /** Free ports, quiet hours twelve hours from now. */
  public static ControllerConfig config(Path data) {
    LocalTime far = LocalTime.now(VIETNAM).plusHours(12).withNano(0);
    return config(data, new QuietHours(far, far.plusHours(1), VIETNAM));
  }

  public static ControllerConfig config(Path data, QuietHours quiet) {
    return new ControllerConfig(
        new CommuneId("ha-dong"),
        "Xã Hà Đông",
        new ControllerConfig.Door("127.0.0.1", 0),
        new ControllerConfig.Door("127.0.0.1", 0),
        Optional.empty(),
        data,
        Optional.empty(),
        quiet,
        Duration.ofSeconds(60));
  }

  /** Quiet hours that cover this instant. */
  public static QuietHours quietNow() {
    LocalTime now = LocalTime.now(VIETNAM).withNano(0);
    return new QuietHours(now.minusHours(1), now.plusHours(1), VIETNAM);
  }

  public static OfficeTools tools() {
    return new OfficeTools(
        new BellProduction(),
        DiskShelf::new,
        SpeechQueue.USUAL,
        ReadingQueue.USUAL,
        InstantSource.system());
  }

  public Officer officer() {
    return new Officer(httpPort(), cliToken());
  }

  public int httpPort() {
    return controller.httpPort();
  }

  public int mqttPort() {
    return controller.mqttPort();
  }

  public Optional<String> firstPassword() {
    return controller.firstPassword();
  }

  public Path data() {
    return data;
  }

  private String cliToken() {
    try {
      return Files.readString(data.resolve("cli-token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    watch.endQuietly();
    controller.close();
  }
}
