// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.protocol.AiringId;
import loalang.protocol.ProblemException;
import loalang.protocol.report.Outcome;
import loalang.protocol.report.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts faults into a real agent, one after the other, and counts what is then claimed falsely, what
 * is lost and what is doubled. A claim is false if a pole says played and not every frame was taken
 * in the time it takes; an airing is lost if nobody ever hears its end or it could have been played
 * and was not; doubled if it began or ended more than once.
 */
final class FaultsBench {
  private static final Logger LOG = LoggerFactory.getLogger(FaultsBench.class);
  private static final String BENCH = "faults";

  private final int rounds;
  private final Consumer<Figure> found;
  private final List<String> falseClaims = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private int injected;

  FaultsBench(int rounds, Consumer<Figure> found) {
    this.rounds = rounds;
    this.found = found;
  }

  void run() throws Exception {
    try (Folder folder = Folder.make();
        BenchOffice office = BenchOffice.open(folder.path());
        Poles one = Poles.putUp(office, folder.path(), 1)) {
      for (int round = 0; round < rounds; round++) {
        for (Fault fault : faults()) {
          inject(fault, office, one.all().get(0), round);
        }
      }
      countDoubled(office);
    }
    add("injected", injected, null);
    report("false_confirmations", falseClaims);
    report("lost", lost);
    report("doubled", doubled);
  }

  static List<Fault> faults() {
    return Stream.of(ProcessFaults.all(), RecordingFaults.all(), DeviceFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  private void inject(Fault fault, BenchOffice office, BenchPole pole, int round) throws Exception {
    String name = fault.name().replace('_', '-') + "-" + round;
    Stage stage = new Stage(office, pole, new AiringId(name));
    injected++;
    LOG.debug("fault={}", name);
    try {
      fault.script().on(stage);
      judge(fault, stage);
    } catch (ProblemException e) {
      lost.add(name + ": " + e.problem().whatHappened());
    }
    pole.set(BenchPole.Setting.USUAL);
    pole.program().close();
    pole.startAgain();
  }

  private void judge(Fault fault, Stage stage) throws IOException {
    List<Report.Ended> ends = ends(stage);
    boolean claimed = ends.stream().anyMatch(end -> end.outcome() == Outcome.PLAYED);
    long due = ends.stream().mapToLong(Report.Ended::framesDue).max().orElse(0);
    boolean heard = due > 0 && stage.wasHeard(due);
    String name = stage.airing().value();
    if (claimed && (!heard || fault.due() == Fault.Due.NOT_PLAYED)) {
      falseClaims.add(name);
    }
    if (fault.due() == Fault.Due.PLAYED && !claimed) {
      lost.add(name + ": " + ends);
    }
    if (fault.due() == Fault.Due.NOTHING
        && (!ends.isEmpty() || stage.pole().times(stage.airing()).isPresent())) {
      falseClaims.add(name + " sounded");
    }
  }

  private static List<Report.Ended> ends(Stage stage) {
    return stage.office().reports().soFar().stream()
        .filter(told -> stage.pole().isAbout(told.report(), Report.Ended.class, stage.airing()))
        .map(told -> (Report.Ended) told.report().report())
        .toList();
  }

  private void countDoubled(BenchOffice office) {
    Map<String, Long> times =
        office.reports().soFar().stream()
            .map(told -> told.report().report())
            .filter(one -> one instanceof Report.Ended || one instanceof Report.Started)
            .map(Report.OfAiring.class::cast)
            .collect(
                Collectors.groupingBy(
                    one -> one.airing() + " " + one.getClass().getSimpleName(),
                    TreeMap::new,
                    Collectors.counting()));
    times.forEach(
        (what, count) -> {
          if (count > 1) {
            doubled.add(what);
          }
        });
  }

  private void report(String metric, List<String> which) {
    which.forEach(one -> LOG.warn("{}: {}", metric, one));
    add(metric, which.size(), 0.0);
  }

  private void add(String metric, int count, @Nullable Double limit) {
    Figure.Target target = limit == null ? null : new Figure.Target(limit, false);
    found.accept(
        new Figure(BENCH, metric, "count", new Samples(List.of((double) count)), null, target));
  }
}
