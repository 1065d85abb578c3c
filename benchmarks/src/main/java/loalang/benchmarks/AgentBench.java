// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.report.Report;

/** What an agent takes: time until the office hears it, memory before and after sounds. */
final class AgentBench {
  private static final String BENCH = "agent";
  private static final double KIB_A_MIB = 1_024;
  private static final double MOST_MIB = 64;
  private static final double NANOS_A_SECOND = 1e9;

  private final int rounds;
  private final Consumer<Figure> found;

  AgentBench(int rounds, Consumer<Figure> found) {
    this.rounds = rounds;
    this.found = found;
  }

  void run() throws Exception {
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        Poles one = Poles.putUp(office, folder.path(), 1)) {
      BenchPole pole = one.all().get(0);
      pole.set(new BenchPole.Setting(List.of("--unpaced-device"), java.util.Map.of()));
      List<Double> starts = new ArrayList<>();
      List<Double> idle = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        pole.program().close();
        starts.add(pole.startAgain() / NANOS_A_SECOND);
        idle.add(residentMebibytes(pole));
      }
      add("seconds_until_online", "s", starts, 1);
      add("resident_online_over_tls", "MiB", idle, MOST_MIB);
      add("resident_after_1_s", "MiB", after(office, pole, Duration.ofSeconds(1)), MOST_MIB);
      add("resident_after_300_s", "MiB", after(office, pole, Duration.ofMinutes(5)), MOST_MIB);
    }
  }

  private List<Double> after(BenchOffice office, BenchPole pole, Duration length) throws Exception {
    BenchSound sound = BenchSound.in(office, 500, length);
    List<Double> resident = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Order.Play play = sound.now("dai-%d-%d".formatted(length.toSeconds(), i), Priority.ROUTINE);
      office.order(play);
      pole.await(Report.Ended.class, play.airing());
      resident.add(residentMebibytes(pole));
    }
    return resident;
  }

  /** What of a pole's program is in memory. */
  static double residentMebibytes(BenchPole pole) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pole.program().pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / KIB_A_MIB;
      }
    }
    throw new IllegalStateException("This system does not say what a process takes.");
  }

  private void add(String metric, String unit, List<Double> values, double limit) {
    Figure.Target target = new Figure.Target(limit, false);
    found.accept(new Figure(BENCH, metric, unit, new Samples(values), null, target));
  }
}
