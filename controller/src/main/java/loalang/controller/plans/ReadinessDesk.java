// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says before each airing whether everybody is ready, and warns in time. On one event loop. */
public final class ReadinessDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ReadinessDesk.class);

  private final StorageDesk storage;
  private final Roster roster;
  private final LiveFeed feed;
  private final InstantSource now;
  private final Map<AiringId, Readiness.Level> warned = new HashMap<>();

  /** A desk. */
  public ReadinessDesk(StorageDesk storage, Roster roster, LiveFeed feed, InstantSource now) {
    this.storage = storage;
    this.roster = roster;
    this.feed = feed;
    this.now = now;
  }

  /** The present instant. */
  public Instant now() {
    return now.instant();
  }

  /** Every airing of a plan that starts in the coming time, earliest first. */
  public Future<List<Readiness>> coming(Duration horizon) {
    Instant from = now.instant();
    List<Speaker> speakers = roster.all();
    return storage.read(handle -> between(handle, from, from.plus(horizon), speakers));
  }

  /** Warns of what starts soon and is not ready: once at each level. */
  public Future<Void> warn() {
    return coming(Readiness.WARNING).onSuccess(this::warnOf).mapEmpty();
  }

  /** A report came in: who looks at what is coming looks again. */
  public void onStored(NumberedReport told) {
    if (told.report() instanceof Report.PlanHeld || told.report() instanceof Report.PlanRefused) {
      feed.tell(new Change.OfDelivery());
    }
  }

  private void warnOf(List<Readiness> coming) {
    Instant instant = now.instant();
    for (Readiness one : coming) {
      Readiness.Level level = one.level(instant);
      if (level != warned.put(one.airing().id(), level)) {
        feed.tell(new Change.OfDelivery());
        say(one, level);
      }
    }
    warned
        .keySet()
        .retainAll(coming.stream().map(one -> one.airing().id()).collect(Collectors.toSet()));
  }

  private static void say(Readiness one, Readiness.Level level) {
    if (level == Readiness.Level.WARNING || level == Readiness.Level.ALARM) {
      LOG.warn(
          "airing={} READINESS_{} {}/{} ready, not: {}",
          one.airing().id(),
          level,
          one.ready(),
          one.expected(),
          one.notReady());
    }
  }

  private static List<Readiness> between(
      Handle handle, Instant from, Instant until, List<Speaker> speakers) {
    Map<LocalDate, Readiness.Said> said = new HashMap<>();
    List<Readiness> all = new ArrayList<>();
    for (Entry entry : PlanStore.starting(handle, from, until)) {
      Readiness.Said day =
          said.computeIfAbsent(
              entry.date(),
              date ->
                  new Readiness.Said(
                      0, HeldStore.held(handle, date), HeldStore.refused(handle, date)));
      long since = HeldStore.since(handle, entry.airing()).orElse(Long.MAX_VALUE);
      all.add(Readiness.of(entry, speakers, new Readiness.Said(since, day.held(), day.refused())));
    }
    return all;
  }
}
