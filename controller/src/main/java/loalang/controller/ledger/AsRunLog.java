// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.SpeakerId;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.report.Report;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The as-run log for the rest of the office. On one event loop. */
public final class AsRunLog {
  private static final Logger LOG = LoggerFactory.getLogger(AsRunLog.class);
  private static final long AGAIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final StorageDesk storage;
  private final LiveFeed feed;
  private final InstantSource now;

  /** A log. */
  public AsRunLog(Vertx vertx, StorageDesk storage, LiveFeed feed, InstantSource now) {
    this.vertx = vertx;
    this.storage = storage;
    this.feed = feed;
    this.now = now;
  }

  /** Takes up the deadlines of before the start, and what older programs did not keep. */
  public Future<Void> load() {
    return storage
        .<Void>write(
            handle -> {
              StandingStore.foldMissing(handle);
              return null;
            })
        .compose(folded -> storage.read(AsRunStore::beforeDeadline))
        .onSuccess(
            airings ->
                airings.forEach(
                    airing -> watch(airing.planned().id(), airing.deadline().orElseThrow())))
        .mapEmpty();
  }

  /** The newest airings by their start, at most so many. */
  public Future<List<AiringRecord>> newest(int limit) {
    return storage.read(handle -> AsRunStore.newest(handle, limit));
  }

  /** The airing with this name. */
  public Future<Optional<AiringRecord>> find(AiringId id) {
    return storage.read(handle -> AsRunStore.find(handle, id));
  }

  /** The newest airings of a notice by their start, at most so many. */
  public Future<List<AiringRecord>> ofNotice(AnnouncementId notice, int limit) {
    return storage.read(handle -> AsRunStore.ofNotice(handle, notice, limit));
  }

  /** The notices that were on air at least once. */
  public Future<Set<AnnouncementId>> aired() {
    return storage.read(AsRunStore::ordered);
  }

  /** The airings a question asks for, the newest first, without their speakers one by one. */
  public Future<List<Tally>> search(Question asked) {
    return storage.read(handle -> LogStore.tallies(handle, asked));
  }

  /** How far these airings have come on each of their speakers. */
  public Future<Map<AiringId, SortedMap<SpeakerId, Standing>>> standings(List<Tally> airings) {
    return storage.read(handle -> standings(handle, airings));
  }

  /** What each speaker was to play in a time and what it played, by name. */
  public Future<List<MonthLine>> month(Instant from, Instant until) {
    return storage.read(handle -> LogStore.month(handle, from, until));
  }

  /** All that proves what became of an airing. */
  public Future<Optional<Evidence>> evidence(AiringId id) {
    return storage.read(handle -> AsRunStore.find(handle, id).map(found -> proved(handle, found)));
  }

  /** Writes down that an airing was asked for. */
  public Future<Void> plan(PlannedAiring airing, Author by) {
    return storage
        .<Void>write(
            handle -> {
              AuditStore.add(
                  handle,
                  by.did(Deed.AIRING_ASKED, airing.id()).saying(airing.notice().value()),
                  now.instant());
              AsRunStore.plan(handle, airing, now.instant());
              return null;
            })
        .onSuccess(stored -> changed(airing.id()));
  }

  /** Writes down that an airing was asked for and will not be. */
  public Future<Void> skip(PlannedAiring airing, Problem why) {
    return storage
        .<Void>write(
            handle -> {
              AsRunStore.plan(handle, airing, now.instant());
              AsRunStore.skip(handle, airing.id(), why);
              return null;
            })
        .onSuccess(stored -> changed(airing.id()));
  }

  /** Closes the airing for reports that are in time, at its deadline. */
  public void watch(AiringId airing, Instant deadline) {
    long millis = Duration.between(now.instant(), deadline).toMillis();
    vertx.setTimer(Math.max(1, millis), timer -> pass(airing, deadline));
  }

  /** Tells those who look that an airing is not as it was. */
  public void changed(AiringId airing) {
    feed.tell(new Change.OfAiring(airing));
  }

  /** Tells those who look that a report about an airing came in. */
  public void changed(NumberedReport report) {
    if (report.report() instanceof Report.OfAiring told) {
      changed(told.airing());
    }
  }

  private static Evidence proved(Handle handle, AiringRecord airing) {
    AiringId id = airing.planned().id();
    SortedMap<SpeakerId, Standing> standings = StandingStore.speakersByName();
    StandingStore.of(handle, List.of(id))
        .values()
        .forEach(
            before ->
                before.forEach(
                    (speaker, standing) ->
                        standings.put(
                            speaker,
                            standing.with(
                                airing.speakers().getOrDefault(speaker, standing.state())))));
    return new Evidence(airing, standings, LogStore.proofs(handle, id));
  }

  private static Map<AiringId, SortedMap<SpeakerId, Standing>> standings(
      Handle handle, List<Tally> airings) {
    Map<AiringId, SortedMap<SpeakerId, Standing>> all =
        StandingStore.of(handle, airings.stream().map(tally -> tally.planned().id()).toList());
    for (Tally tally : airings) {
      tally
          .deadlinePassed()
          .ifPresent(
              deadline ->
                  all.getOrDefault(tally.planned().id(), StandingStore.speakersByName())
                      .replaceAll((speaker, standing) -> standing.past(deadline)));
    }
    return all;
  }

  private void pass(AiringId airing, Instant deadline) {
    storage
        .write(
            handle -> {
              AsRunStore.passDeadline(handle, airing, deadline);
              return airing;
            })
        .onSuccess(this::changed)
        .onFailure(
            e -> {
              LOG.warn("airing={} deadline not stored: {}", airing, e.getMessage());
              vertx.setTimer(AGAIN_MILLIS, timer -> pass(airing, deadline));
            });
  }
}
