// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.schedules.Cue;
import loalang.schedules.CueTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries cues out: stored, then sent, each once. On one event loop. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final StorageDesk storage;
  private final Staff staff;
  private final OrderBook book;

  /** Whom a dispatcher works with. */
  public record Staff(Roster roster, AsRunLog log, CommandOutbox outbox, InstantSource now) {}

  /**
   * In whose name orders go out.
   *
   * @param commune whose loudspeakers
   * @param signer with the office's key of now
   * @param patience after the last possible end, before a silent speaker counts as missing
   */
  public record Authority(CommuneId commune, Supplier<EnvelopeSigner> signer, Duration patience) {}

  /**
   * What a dispatcher asks before it orders.
   *
   * @param foreknowledge what the plans say
   * @param releases who let a cue out
   */
  public record Counsel(Foreknowledge foreknowledge, Releases releases) {}

  /** A dispatcher. */
  public Dispatcher(StorageDesk storage, Staff staff, Authority authority, Counsel counsel) {
    this.storage = storage;
    this.staff = staff;
    this.book = new OrderBook(authority, counsel);
  }

  /** A cue is due. A cue that was carried out before is passed over. */
  public Future<Void> onCue(Cue cue) {
    List<Speaker> speakers = staff.roster().all();
    Instant now = staff.now().instant();
    return storage
        .write(handle -> book.air(handle, cue, speakers, now))
        .onSuccess(this::carryOut)
        .onFailure(e -> LOG.error("cue={} not carried out: {}", cue.id(), e.getMessage()))
        .mapEmpty();
  }

  /**
   * From now on it is settled who is to play an airing that stands in a plan; who has not said that
   * it holds the plan is ordered to play. Once for each airing; one that no plan knows is passed
   * over.
   */
  public Future<Void> freeze(AiringId airing) {
    List<Speaker> speakers = staff.roster().all();
    Instant now = staff.now().instant();
    return storage
        .write(handle -> book.freeze(handle, airing, speakers, now))
        .onSuccess(this::carryOut)
        .onFailure(e -> LOG.error("airing={} not settled: {}", airing, e.getMessage()))
        .mapEmpty();
  }

  /** Another station's programme is due: nothing here can relay yet, so its fallback airs. */
  public Future<Void> onRelay(Cue cue, CueTerms.Relay relay) {
    return onSkipped(cue, cannotRelay(relay))
        .otherwiseEmpty() // what is heard matters more than what is written down
        .compose(told -> Future.join(relay.fallback().stream().map(this::onCue).toList()))
        .mapEmpty();
  }

  /** A cue that was planned will not sound. */
  public Future<Void> onSkipped(Cue cue, Problem why) {
    OrderBook.Who who = new OrderBook.Who(staff.roster().all(), staff.now().instant());
    return storage
        .write(handle -> book.skip(handle, cue, why, who))
        .onSuccess(this::carryOut)
        .onFailure(e -> LOG.error("cue={} not written down: {}", cue.id(), e.getMessage()))
        .mapEmpty();
  }

  /** Orders silence about an airing; fails with AIRING_UNKNOWN. */
  public Future<Void> stop(AiringId airing, Author by) {
    Instant now = staff.now().instant();
    return storage
        .write(
            handle -> {
              AuditStore.add(handle, by.did(Deed.AIRING_STOPPED, airing), now);
              return book.stop(handle, airing, now);
            })
        .onSuccess(this::carryOut)
        .mapEmpty();
  }

  /** Calls an airing back that some were ordered to play: it was taken out of the plan since. */
  public Future<Void> recall(AiringId airing) {
    Instant now = staff.now().instant();
    return storage
        .write(handle -> book.recall(handle, airing, now))
        .onSuccess(this::carryOut)
        .onFailure(e -> LOG.error("airing={} not called back: {}", airing, e.getMessage()))
        .mapEmpty();
  }

  /** Why nothing can be said about an airing. */
  public static ProblemException unknown(AiringId airing) {
    return new ProblemException(
        new Problem(
            "AIRING_UNKNOWN",
            "There is no airing %s.".formatted(airing),
            "GET /api/v1/airings lists those there are."));
  }

  /** The airing a cue asks for. */
  public static PlannedAiring planned(Cue cue, Optional<NoticeCard> card) {
    return planned(DispatchPlanner.airingOf(cue), cue, card);
  }

  static PlannedAiring planned(AiringId airing, Cue cue, Optional<NoticeCard> card) {
    return new PlannedAiring(
        airing,
        cue.announcement(),
        card.map(NoticeCard::title).orElseGet(() -> cue.announcement().value()),
        cue.zones(),
        cue.priority(),
        cue.start(),
        cue.late().latestStart(cue.start()));
  }

  private void carryOut(OrderBook.Stored stored) {
    stored.orders().forEach(staff.outbox()::send);
    stored.deadline().ifPresent(deadline -> staff.log().watch(stored.airing(), deadline));
    staff.log().changed(stored.airing());
  }

  private static Problem cannotRelay(CueTerms.Relay relay) {
    String instead =
        relay.fallback().isEmpty()
            ? "there is no fallback, so it is silent"
            : "its fallback of %d notices airs".formatted(relay.fallback().size());
    return new Problem(
        "RELAY_ABSENT",
        "No sound of %s comes to this office; %s.".formatted(relay.source(), instead),
        "Nothing needs to be done; this office cannot relay other stations yet.");
  }
}
