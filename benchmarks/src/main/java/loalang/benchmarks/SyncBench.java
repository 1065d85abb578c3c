// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.SpeakerId;
import loalang.protocol.order.Order;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the first frames of one airing are on several poles of one host, and whether a
 * pole's own bound holds on a lopsided way. Each pole is a process with a clock of its own that it
 * sets by the office; its device is a file that takes frames as fast as a loudspeaker.
 */
final class SyncBench {
  private static final String BENCH = "sync";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration APART = Duration.ofMillis(1_300);
  private static final Duration LEAD = Duration.ofSeconds(8); // ten poles fetch the recording first
  private static final Duration ASYMMETRY = Duration.ofMillis(60);
  private static final long SETTLING_SECONDS = 6; // the first questions about the time
  private static final double NANOS_A_MILLI = 1e6;
  private static final double MOST_OUTSIDE = 0.01;

  private final int rounds;
  private final Consumer<Figure> found;

  SyncBench(int rounds, Consumer<Figure> found) {
    this.rounds = rounds;
    this.found = found;
  }

  void run() throws Exception {
    spread(3, new Figure.Target(0.2, false));
    spread(10, new Figure.Target(0.2, false));
    asymmetric();
  }

  private void spread(int count, Figure.Target target) throws Exception {
    Figure.@Nullable Peer peer = snapcast(count);
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        Poles poles = Poles.putUp(office, folder.path(), count)) {
      BenchSound sound = BenchSound.in(office, 700, SHORT);
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
      List<Order.Play> plays = order(office, sound);
      List<Double> spreads = new ArrayList<>();
      List<Double> late = new ArrayList<>();
      for (Order.Play play : plays) {
        LongSummaryStatistics starts = new LongSummaryStatistics();
        for (BenchPole pole : poles.all()) {
          starts.accept(started(pole, play.airing()));
        }
        spreads.add((starts.getMax() - starts.getMin()) / NANOS_A_MILLI);
        late.add((starts.getMax() - counter(play.startAt())) / NANOS_A_MILLI);
      }
      found.accept(
          new Figure(
              BENCH,
              "start_spread_%d_poles".formatted(count),
              "ms",
              new Samples(spreads),
              peer,
              target));
      add("latest_start_after_its_instant_%d_poles".formatted(count), "ms", late, null);
    }
  }

  /** The peer, right before us; null if it is not on this machine. */
  private Figure.@Nullable Peer snapcast(int count) throws Exception {
    if (!SnapcastPeer.isInstalled()) {
      return null;
    }
    try (Folder folder = Folder.make();
        SnapcastPeer peer = new SnapcastPeer(folder.path(), count)) {
      return new Figure.Peer(SnapcastPeer.NAME, new Samples(peer.spreads(rounds)));
    }
  }

  private List<Order.Play> order(BenchOffice office, BenchSound sound) {
    Instant first = Instant.now().plus(LEAD);
    List<Order.Play> plays = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Order.Play play = sound.at("lan-" + i, first.plus(APART.multipliedBy(i)), Priority.ROUTINE);
      plays.add(play);
      office.order(play);
    }
    return plays;
  }

  private static long started(BenchPole pole, AiringId airing) throws Exception {
    pole.await(Report.Ended.class, airing);
    return pole.times(airing)
        .orElseThrow(() -> new IllegalStateException(pole.id() + " did not play " + airing))
        .started();
  }

  /** What the counter of this machine shows at an instant of its clock. */
  private static long counter(Instant instant) {
    return System.nanoTime() + Duration.between(Instant.now(), instant).toNanos();
  }

  private void asymmetric() throws Exception {
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        SlowLine line = new SlowLine(office.port(), ASYMMETRY);
        BenchPole pole =
            new BenchPole(office, folder.path(), new SpeakerId("xa-xoi"), line.port())) {
      BenchSound sound = BenchSound.in(office, 700, SHORT);
      TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
      List<Double> errors = new ArrayList<>();
      List<Double> bounds = new ArrayList<>();
      List<Double> outside = new ArrayList<>();
      for (Order.Play play : order(office, sound)) {
        long started = started(pole, play.airing());
        var told = pole.await(Report.Started.class, play.airing()).report();
        Report.Started claim = (Report.Started) told.report();
        double error = Math.abs(counter(claim.startedAt()) - started) / NANOS_A_MILLI;
        Duration bound = told.clockBound();
        double claimed = bound == null ? 0 : bound.toNanos() / NANOS_A_MILLI;
        errors.add(error);
        bounds.add(claimed);
        outside.add(error > claimed ? 1.0 : 0.0);
      }
      add("clock_error_60_ms_asymmetric", "ms", errors, null);
      add("reported_bound_60_ms_asymmetric", "ms", bounds, null);
      double share = outside.stream().mapToDouble(one -> one).average().orElse(1);
      Figure.Target most = new Figure.Target(MOST_OUTSIDE, false);
      add("share_of_starts_outside_their_bound", "of 1", List.of(share), most);
    }
  }

  private void add(
      String metric, String unit, List<Double> values, Figure.@Nullable Target target) {
    found.accept(new Figure(BENCH, metric, unit, new Samples(values), null, target));
  }
}
