// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import loalang.announcements.Notice;
import loalang.announcements.ProduceAnnouncement;
import loalang.announcements.Production;
import loalang.announcements.ProductionSettings;
import org.jspecify.annotations.Nullable;

/** What a production costs besides time: heap by length, cores by notices at once. */
final class RenderLoad {
  private static final double BYTES_PER_MEGABYTE = 1 << 20;
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  private final int rounds;
  private final Consumer<Figure> heard;

  RenderLoad(int rounds, Consumer<Figure> heard) {
    this.rounds = rounds;
    this.heard = heard;
  }

  void run() {
    try (ProduceAnnouncement line =
        ProduceAnnouncement.create(ProductionSettings.standard().withoutChimes())) {
      heap(line);
    }
    try (ProduceAnnouncement line =
        ProduceAnnouncement.create(
            ProductionSettings.standard().withoutChimes().withSentencesAtOnce(1))) {
      heard.accept(oneWorker(line));
    }
  }

  private void heap(ProduceAnnouncement line) {
    Notice minute = RenderNotices.ofMinutes(1);
    Notice tenMinutes = RenderNotices.ofMinutes(10);
    line.produce(minute);
    Samples one = new Samples(List.of(peakMegabytes(() -> line.produce(minute))));
    List<Double> toReady = new ArrayList<>();
    List<Double> ten = new ArrayList<>();
    for (int round = 0; round < Math.min(3, rounds); round++) {
      toReady.add(afterLastSentence(line.produce(tenMinutes)));
      ten.add(peakMegabytes(() -> line.produce(tenMinutes)));
    }
    heard.accept(
        new Figure(
            "render",
            "heap_10_min_notice_beside_1_min",
            "MB",
            new Samples(ten),
            new Figure.Peer("1_min_notice", one),
            new Figure.Target(1.5, true)));
    heard.accept(
        new Figure(
            "render",
            "10_min_notice_last_sentence_to_ready",
            "ms",
            new Samples(toReady),
            null,
            new Figure.Target(500, false)));
  }

  private static double afterLastSentence(Production made) {
    return made.report().total().minus(made.report().synthesis()).toNanos() / 1e6;
  }

  /** The most that lived through a collection: what waits to be collected is no need. */
  private static double peakMegabytes(Runnable work) {
    Thread working = new Thread(work, "render");
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    working.setUncaughtExceptionHandler((thread, fault) -> failed.set(fault));
    working.start();
    double peak = 0;
    try {
      while (working.isAlive()) {
        System.gc();
        peak = Math.max(peak, usedMegabytes());
        working.join(BETWEEN_LOOKS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring.", e);
    }
    Throwable fault = failed.get();
    if (fault != null) {
      throw new IllegalStateException("A notice could not be produced.", fault);
    }
    return peak;
  }

  private static double usedMegabytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
  }

  /** The same line with one worker and with as many as there are cores. */
  private Figure oneWorker(ProduceAnnouncement single) {
    int cores = Runtime.getRuntime().availableProcessors();
    Notice minute = RenderNotices.ofMinutes(1);
    List<Double> alone = new ArrayList<>();
    List<Double> together = new ArrayList<>();
    try (ProduceAnnouncement all =
        ProduceAnnouncement.create(ProductionSettings.standard().withoutChimes())) {
      for (int round = -1; round < rounds; round++) {
        double one = millis(() -> twice(single, minute));
        double both = millis(() -> twice(all, minute));
        if (round >= 0) {
          alone.add(one);
          together.add(both);
        }
      }
    }
    return new Figure(
        "render",
        "two_notices_on_%d_cores_beside_1".formatted(cores),
        "ms",
        new Samples(together),
        new Figure.Peer("one_worker", new Samples(alone)),
        new Figure.Target(0.7, true));
  }

  private static void twice(ProduceAnnouncement line, Notice notice) {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Production>> both =
          List.of(two.submit(() -> line.produce(notice)), two.submit(() -> line.produce(notice)));
      for (Future<Production> one : both) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A notice could not be produced.", e);
    } finally {
      two.shutdown();
    }
  }

  private static double millis(Runnable work) {
    long started = System.nanoTime();
    work.run();
    return (System.nanoTime() - started) / 1e6;
  }
}
