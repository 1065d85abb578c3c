// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.report.Report;

/**
 * An emergency while a programme sounds: from the order at the office until the device has taken
 * the emergency's first frame, and from the programme's end until then.
 */
final class PreemptBench {
  private static final String BENCH = "preempt";
  private static final double NANOS_A_MILLI = 1e6;
  private static final double MOST_MILLIS = 50;

  private final int rounds;
  private final Consumer<Figure> found;

  PreemptBench(int rounds, Consumer<Figure> found) {
    this.rounds = rounds;
    this.found = found;
  }

  void run() throws Exception {
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        Poles one = Poles.putUp(office, folder.path(), 1)) {
      BenchPole pole = one.all().get(0);
      BenchSound programme = BenchSound.in(office, 400, Duration.ofSeconds(60));
      BenchSound alarm = BenchSound.in(office, 900, Duration.ofMillis(300));
      office.order(alarm.now("truoc", Priority.EMERGENCY));
      pole.await(Report.Ended.class, alarm.now("truoc", Priority.EMERGENCY).airing());
      List<Double> sinceOrder = new ArrayList<>();
      List<Double> silence = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        Order.Play news = programme.now("tin-" + i, Priority.ROUTINE);
        office.order(news);
        pole.await(Report.Started.class, news.airing());
        Order.Play storm = alarm.now("bao-" + i, Priority.EMERGENCY);
        long ordered = office.order(storm);
        pole.await(Report.Ended.class, storm.airing());
        long began = pole.times(storm.airing()).orElseThrow().started();
        long ended = pole.times(news.airing()).orElseThrow().ended();
        sinceOrder.add((began - ordered) / NANOS_A_MILLI);
        silence.add((began - ended) / NANOS_A_MILLI);
      }
      Figure.Target most = new Figure.Target(MOST_MILLIS, false);
      add("emergency_sounds_after_its_order", sinceOrder, most);
      add("emergency_sounds_after_its_order_p99", List.of(p99(sinceOrder)), most);
      add("silence_between", silence, most);
    }
  }

  /** The nearest rank. */
  private static double p99(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
  }

  private void add(String metric, List<Double> values, Figure.Target target) {
    found.accept(new Figure(BENCH, metric, "ms", new Samples(values), null, target));
  }
}
