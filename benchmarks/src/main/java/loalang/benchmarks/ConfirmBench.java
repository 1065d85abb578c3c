// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import loalang.protocol.AiringId;
import loalang.protocol.Priority;
import loalang.protocol.order.Order;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * From the order until the office hears that it is finished, without the time the sound itself
 * takes: what verifying, journal, opening a device, judging, signing and the way add. Over TLS.
 */
final class ConfirmBench {
  private static final String BENCH = "confirm";
  private static final int POLES = 20;
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final int LIFE = 300;
  private static final double NANOS_A_MILLI = 1e6;

  private final int rounds;
  private final Duration longSound;
  private final Consumer<Figure> found;
  private final List<Double> toFirst = new ArrayList<>();
  private final List<Double> fromLast = new ArrayList<>();

  /** What every pole took in every round, and the slowest pole of each. */
  private record Rounds(List<Double> every, List<Double> last) {}

  ConfirmBench(int rounds, Duration longSound, Consumer<Figure> found) {
    this.rounds = rounds;
    this.longSound = longSound;
    this.found = found;
  }

  void run() throws Exception {
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        Poles one = Poles.putUp(office, folder.path(), 1)) {
      BenchSound sound = BenchSound.in(office, 600, SHORT);
      Rounds soon = play(office, one, sound, "lan");
      add("order_to_finished_beyond_a_sound_of_1_s", soon.every(), 5.0);
      add("of_it_from_the_order_to_the_first_frame", toFirst, null);
      add("of_it_from_the_last_frame_to_finished", fromLast, null);
      live(office, one);
      Rounds later = play(office, one, sound, "sau");
      add("the_same_after_%d_orders".formatted(LIFE), later.every(), 5.0);
      add("of_it_from_the_order_to_the_first_frame_then", toFirst, null);
      add("of_it_from_the_last_frame_to_finished_then", fromLast, null);
    }
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        Poles many = Poles.putUp(office, folder.path(), POLES)) {
      Rounds all = play(office, many, BenchSound.in(office, 600, SHORT), "lan");
      add("last_of_%d_poles_beyond_a_sound_of_1_s".formatted(POLES), all.last(), 60.0);
      BenchSound longOne = BenchSound.in(office, 500, longSound);
      fetched(office, many, longOne);
      List<Double> afterLong = once(office, many, longOne, "dai");
      String metric = "order_to_finished_beyond_a_sound_of_%d_s_%d_poles";
      add(metric.formatted(longSound.toSeconds(), POLES), afterLong, null);
    }
  }

  /**
   * A program that has just begun is interpreted; one that has lived for a while is compiled, in
   * the pole, in the broker and here.
   */
  private void live(BenchOffice office, Poles poles) throws Exception {
    BenchSound sound = BenchSound.in(office, 700, SHORTEST);
    for (int i = 0; i < LIFE; i++) {
      once(office, poles, sound, "song-" + i);
    }
  }

  /** The first round fetches the recording and warms up. */
  private Rounds play(BenchOffice office, Poles poles, BenchSound sound, String name)
      throws Exception {
    once(office, poles, sound, name + "-truoc");
    toFirst.clear();
    fromLast.clear();
    List<Double> every = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      List<Double> round = once(office, poles, sound, name + "-" + i);
      every.addAll(round);
      last.add(round.stream().mapToDouble(one -> one).max().orElseThrow());
    }
    return new Rounds(every, last);
  }

  private List<Double> once(BenchOffice office, Poles poles, BenchSound sound, String name)
      throws Exception {
    List<Double> into = new ArrayList<>();
    AiringId airing = new AiringId(name);
    office.reports().clear();
    long ordered = office.order(sound.now(name, Priority.ROUTINE));
    long patience = sound.ref().duration().toNanos() + Duration.ofMinutes(1).toNanos();
    for (BenchPole pole : poles.all()) {
      BenchOffice.Told told =
          office
              .reports()
              .await(
                  one -> pole.isAbout(one.report(), Report.Ended.class, airing),
                  Duration.ofNanos(patience))
              .orElseThrow(() -> new IllegalStateException(pole.id() + " says nothing"));
      if (((Report.Ended) told.report().report()).outcome() != Outcome.PLAYED) {
        throw new IllegalStateException(told.toString());
      }
      into.add((told.nanos() - ordered - sound.ref().duration().toNanos()) / NANOS_A_MILLI);
      BenchPole.Times times = pole.times(airing).orElseThrow();
      toFirst.add((times.started() - ordered) / NANOS_A_MILLI);
      long last = times.started() + sound.ref().duration().toNanos();
      fromLast.add((told.nanos() - last) / NANOS_A_MILLI);
    }
    return into;
  }

  /** Begun and stopped, so that everybody has the recording when it is ordered. */
  private static void fetched(BenchOffice office, Poles poles, BenchSound sound) throws Exception {
    Order.Play before = sound.now("truoc-dai", Priority.ROUTINE);
    office.order(before);
    for (BenchPole pole : poles.all()) {
      pole.await(Report.Started.class, before.airing());
    }
    office.order(new Order.Stop(before.airing()));
    for (BenchPole pole : poles.all()) {
      pole.await(Report.Ended.class, before.airing());
    }
  }

  private void add(String metric, List<Double> values, @Nullable Double limit) {
    Figure.Target target = limit == null ? null : new Figure.Target(limit, false);
    found.accept(new Figure(BENCH, metric, "ms", new Samples(values), null, target));
  }
}
