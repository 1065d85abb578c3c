// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.schedules.ClockworkSettings;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.ScheduleBook;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.quiet.QuietHours;
import loalang.schedules.rundown.DayPlans;
import loalang.schedules.rundown.PlanningRules;
import loalang.schedules.rundown.Timetable;
import loalang.schedules.rundown.Window;
import loalang.schedules.zones.ZoneTree;
import org.jspecify.annotations.Nullable;

/** How long a province's week takes to plan, and how late its cues are. */
final class SchedulesBench {
  private static final String BENCH = "schedules";
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int CAMPAIGNS = 300;
  private static final int AIRINGS = 100_000;
  private static final int DUE = 2_000;
  private static final double NANOS_A_SECOND = 1e9;
  private static final double BYTES_A_MEGABYTE = 1e6;

  private final int rounds;
  private final Consumer<Figure> measured;

  /** A bench that tells each figure as soon as it is measured. */
  SchedulesBench(int rounds, Consumer<Figure> measured) {
    this.rounds = rounds;
    this.measured = measured;
  }

  void run() throws Exception {
    rundown();
    ProgrammeSheet busy = Province.withAiringsADay(AIRINGS / 7 + 1);
    for (AlarmStore.Kind kind : AlarmStore.Kind.values()) {
      if (kind.isThere()) {
        String store = kind.name().toLowerCase(Locale.ROOT);
        loading(kind, store, busy);
        double limit = kind == AlarmStore.Kind.RAM ? 1 : 3;
        due(kind, "worst_lateness_2000_at_one_instant_" + store, Duration.ZERO, limit);
        due(kind, "worst_lateness_2000_within_a_second_" + store, Duration.ofSeconds(1), limit);
      }
    }
  }

  private void rundown() {
    ProgrammeSheet province = Province.withCampaigns(CAMPAIGNS);
    Timetable timetable = Timetable.EMPTY.with(province);
    Instant monday = LocalDate.of(2026, 6, 1).atStartOfDay(VIETNAM).toInstant();
    List<Double> seconds = new ArrayList<>();
    long items = 0;
    List<Double> kept = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      long before = usedBytes();
      long began = System.nanoTime();
      DayPlans plans = new DayPlans(timetable, PlanningRules.usual(QuietHours.USUAL));
      plans.starting(Window.of(monday, WEEK));
      seconds.add((System.nanoTime() - began) / NANOS_A_SECOND);
      kept.add((usedBytes() - before) / BYTES_A_MEGABYTE);
      // Asked again, so that what it keeps is not thrown away before it is counted.
      items = plans.starting(Window.of(monday, WEEK)).items().size();
    }
    int clusters = province.zones().clustersOf(Set.of(new PagingZone("tinh"))).size();
    String size = "%d_clusters_%d_campaigns_7_days".formatted(clusters, CAMPAIGNS);
    add("rundown_cold_" + size, "s", List.of(seconds.get(0)), null);
    add("rundown_" + size, "s", seconds.subList(1, seconds.size()), 5.0);
    add("rundown_items", "items", List.of((double) items), null);
    add("rundown_kept_memory", "MB", kept.subList(1, kept.size()), null);
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void loading(AlarmStore.Kind kind, String store, ProgrammeSheet busy) throws Exception {
    // At noon the coming hours are as full as they ever are.
    Instant noon =
        LocalDate.now(VIETNAM).plusDays(1).atTime(LocalTime.NOON).atZone(VIETNAM).toInstant();
    try (AlarmStore alarms = new AlarmStore(kind);
        ScheduleBook book =
            ScheduleBook.open(settings(InstantSource.fixed(noon)), alarms.clockwork())) {
      long began = System.nanoTime();
      book.replace(busy);
      double seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
      int planned = book.next(noon, WEEK).size();
      add("load_%d_airings_%s".formatted(planned, store), "s", List.of(seconds), 60.0);
    }
  }

  private void due(AlarmStore.Kind kind, String metric, Duration spread, double limit)
      throws Exception {
    List<Double> worst = new ArrayList<>();
    for (int round = 0; round < Math.min(rounds, 3); round++) {
      try (AlarmStore alarms = new AlarmStore(kind);
          ScheduleBook book =
              ScheduleBook.open(settings(InstantSource.system()), alarms.clockwork())) {
        worst.add(worstLateness(book, spread));
      }
    }
    add(metric, "s", worst, limit);
  }

  private static double worstLateness(ScheduleBook book, Duration spread) throws Exception {
    Queue<Double> lateness = new ConcurrentLinkedQueue<>();
    CountDownLatch heard = new CountDownLatch(DUE);
    book.start(
        cue -> {
          lateness.add(Duration.between(cue.start(), Instant.now()).toNanos() / NANOS_A_SECOND);
          heard.countDown();
        });
    Instant start = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 8);
    List<OneOff> wishes = new ArrayList<>();
    for (int i = 0; i < DUE; i++) {
      wishes.add(wish(i, start.plus(spread.multipliedBy(i).dividedBy(DUE))));
    }
    book.replace(new ProgrammeSheet(List.of(), List.of(), wishes, List.of(), ZoneTree.NONE));
    if (Instant.now().isAfter(start)) {
      throw new IllegalStateException("Loading took longer than the lead.");
    }
    heard.await(120, TimeUnit.SECONDS);
    return heard.getCount() > 0
        ? Double.MAX_VALUE
        : lateness.stream().mapToDouble(late -> late).max().orElseThrow();
  }

  private static OneOff wish(int i, Instant start) {
    return new OneOff(
        new CueId("cue-" + i),
        new AnnouncementId("tin-bao"),
        Set.of(new PagingZone("thon-" + i)),
        Priority.EMERGENCY, // because the bench also runs at night
        start,
        LateRule.skipAfter(Duration.ofHours(1)));
  }

  private static ClockworkSettings settings(InstantSource now) {
    return new ClockworkSettings(PlanningRules.usual(QuietHours.USUAL), now, WEEK, Map.of());
  }

  private void add(String metric, String unit, List<Double> values, @Nullable Double limit) {
    measured.accept(
        new Figure(
            BENCH,
            metric,
            unit,
            new Samples(values),
            null,
            limit == null ? null : new Figure.Target(limit, false)));
  }
}
