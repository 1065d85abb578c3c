// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.controller.ControllerConfig;
import loalang.controller.ControllerMain;
import loalang.controller.OfficeTools;
import loalang.protocol.CommuneId;
import loalang.schedules.quiet.QuietHours;

/** How long the office takes for a page when a big commune's week stands in the ledger. */
final class ConsoleBench {
  private static final String BENCH = "console";
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final double NANOS_A_MILLI = 1e6;
  private static final double PAGE_MILLIS = 300;
  private static final int WARMING = 5;

  private final int rounds;
  private final List<Figure> figures = new ArrayList<>();

  ConsoleBench(int rounds) {
    this.rounds = rounds;
  }

  List<Figure> run() throws IOException, SQLException, InterruptedException {
    Path data = Files.createTempDirectory("loa-bench-console");
    try {
      String password;
      try (ControllerMain office = start(data)) {
        password = office.firstPassword().orElseThrow();
      }
      LedgerOfAWeek.write(data.resolve("controller.db"), Instant.now());
      try (ControllerMain office = start(data)) {
        plan(office, Files.readString(data.resolve("cli-token")).strip());
        measure(office, password);
      }
    } finally {
      remove(data);
    }
    return figures;
  }

  private static void plan(ControllerMain office, String token)
      throws IOException, InterruptedException {
    HttpRequest sheet =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + office.httpPort() + "/api/v1/programmes/xa"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/yaml")
            .PUT(HttpRequest.BodyPublishers.ofString(LedgerOfAWeek.sheet()))
            .build();
    HttpResponse<String> taken =
        HttpClient.newHttpClient().send(sheet, HttpResponse.BodyHandlers.ofString());
    if (taken.statusCode() != 200) {
      throw new IllegalStateException("The sheet was not taken: " + taken.body());
    }
  }

  private void measure(ControllerMain office, String password)
      throws IOException, InterruptedException {
    HttpClient officer = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String home = "http://127.0.0.1:" + office.httpPort();
    HttpRequest logIn =
        HttpRequest.newBuilder(URI.create(home + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("account=canbo&password=" + password))
            .build();
    officer.send(logIn, HttpResponse.BodyHandlers.discarding());
    page(officer, home, "/", "home");
    page(officer, home, "/log", "log");
    page(officer, home, "/log?state=missing&words=ban+tin", "log_filtered");
    page(officer, home, "/log?page=40", "log_last_page");
    page(officer, home, "/log/luot-1", "log_proof");
    page(officer, home, "/log/month?of=" + YearMonth.now(VIETNAM), "log_month");
    page(officer, home, "/speakers", "speakers");
    LocalDate today = LocalDate.now(VIETNAM);
    page(officer, home, "/schedule", "week_%d_places".formatted(LedgerOfAWeek.PLACES));
    page(officer, home, "/schedule?day=" + today.minusDays(7), "week_past");
    page(officer, home, "/schedule?day=" + today.plusDays(7), "week_to_come");
    page(officer, home, "/schedule?view=day", "day");
  }

  private void page(HttpClient officer, String home, String path, String name)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(home + path)).build();
    List<Double> millis = new ArrayList<>();
    for (int round = -WARMING; round < rounds; round++) {
      long began = System.nanoTime();
      HttpResponse<String> page = officer.send(request, HttpResponse.BodyHandlers.ofString());
      double took = (System.nanoTime() - began) / NANOS_A_MILLI;
      if (page.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + page.statusCode());
      }
      if (round >= 0) {
        millis.add(took);
      }
    }
    figures.add(
        new Figure(
            BENCH,
            "page_%s_%dx%d".formatted(name, LedgerOfAWeek.AIRINGS, LedgerOfAWeek.SPEAKERS),
            "ms",
            new Samples(millis),
            null,
            new Figure.Target(PAGE_MILLIS, false)));
  }

  private static ControllerMain start(Path data) {
    return ControllerMain.start(
        new ControllerConfig(
            new CommuneId("do-thu"),
            "Xã Đo Thử",
            new ControllerConfig.Door("127.0.0.1", 0),
            new ControllerConfig.Door("127.0.0.1", 0),
            Optional.empty(),
            data,
            Optional.empty(),
            QuietHours.USUAL,
            Duration.ofSeconds(60)),
        OfficeTools.standard(data));
  }

  private static void remove(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
