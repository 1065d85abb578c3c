// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loalang.controller.approval.Clearance;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.dispatch.DispatchPlanner.Dispatch;
import loalang.controller.dispatch.DispatchPlanner.Part;
import loalang.controller.dispatch.DispatchPlanner.Stamp;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.speakers.Roster;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.NoticeStore;
import loalang.controller.studio.Studio;
import loalang.controller.versions.VersionStore;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.wire.Wire;
import loalang.schedules.Cue;
import loalang.schedules.CueTerms;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries cues out: stored, then sent, each once. On one event loop. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final StorageDesk storage;
  private final Staff staff;
  private final DispatchPlanner planner;
  private final EnvelopeSigner signer;

  /** Whom a dispatcher works with. */
  public record Staff(Roster roster, AsRunLog log, CommandOutbox outbox, InstantSource now) {}

  /**
   * In whose name orders go out.
   *
   * @param commune whose loudspeakers
   * @param signer with the office's key
   * @param patience after the last possible end, before a silent speaker counts as missing
   */
  public record Authority(CommuneId commune, EnvelopeSigner signer, Duration patience) {}

  /** A dispatcher. */
  public Dispatcher(StorageDesk storage, Staff staff, Authority authority) {
    this.storage = storage;
    this.staff = staff;
    this.planner = new DispatchPlanner(authority.commune(), authority.patience());
    this.signer = authority.signer();
  }

  /** What was stored about a cue and is now to be done. */
  private record Stored(List<StoredOrder> orders, Optional<Instant> deadline) {
    static final Stored NOTHING = new Stored(List.of(), Optional.empty());
  }

  /** A cue is due. A cue that was carried out before is passed over. */
  public Future<Void> onCue(Cue cue) {
    List<Speaker> speakers = staff.roster().all();
    Instant now = staff.now().instant();
    AiringId airing = DispatchPlanner.airingOf(cue);
    return storage
        .write(handle -> store(handle, cue, speakers, now))
        .onSuccess(stored -> carryOut(airing, stored))
        .onFailure(e -> LOG.error("cue={} not carried out: {}", cue.id(), e.getMessage()))
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
    return storage
        .read(handle -> notice(handle, cue))
        .compose(card -> staff.log().skip(planned(cue, card), why))
        .onFailure(e -> LOG.error("cue={} not written down: {}", cue.id(), e.getMessage()));
  }

  /** Orders silence about an airing; fails with AIRING_UNKNOWN. */
  public Future<Void> stop(AiringId airing, Author by) {
    Instant now = staff.now().instant();
    return storage
        .write(
            handle -> {
              AuditStore.add(handle, by.did(Deed.AIRING_STOPPED, airing), now);
              return storeStop(handle, airing, now);
            })
        .onSuccess(stored -> carryOut(airing, stored))
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
    return new PlannedAiring(
        DispatchPlanner.airingOf(cue),
        cue.announcement(),
        card.map(NoticeCard::title).orElseGet(() -> cue.announcement().value()),
        cue.zones(),
        cue.priority(),
        cue.start(),
        cue.late().latestStart(cue.start()));
  }

  private Stored store(Handle handle, Cue cue, List<Speaker> speakers, Instant now) {
    AiringId airing = DispatchPlanner.airingOf(cue);
    Optional<NoticeCard> card = NoticeStore.find(handle, cue.announcement());
    AsRunStore.plan(handle, planned(cue, card), now);
    AiringRecord record = AsRunStore.find(handle, airing).orElseThrow();
    if (!record.word().equals("planned")) {
      return Stored.NOTHING; // a cue that comes twice sounds once
    }
    Optional<RecordingRef> recording = card.flatMap(NoticeCard::recording);
    if (recording.isEmpty()) {
      AsRunStore.skip(handle, airing, Studio.notRendered(cue.announcement()));
      return Stored.NOTHING;
    }
    Optional<Problem> unclear =
        VersionStore.whole(handle, card.get()).flatMap(whole -> Clearance.refusal(handle, whole));
    if (unclear.isPresent()) {
      AsRunStore.skip(handle, airing, unclear.get());
      return Stored.NOTHING;
    }
    Function<Speaker, RecordingRef> recordings =
        VersionStore.heard(handle, cue.announcement()).heardBy(recording.get(), speakers);
    List<Part> parts = DispatchPlanner.parts(cue, speakers, recordings);
    if (parts.isEmpty()) {
      AsRunStore.skip(handle, airing, nobodyThere(cue));
      return Stored.NOTHING;
    }
    List<Dispatch> dispatches = new ArrayList<>();
    for (Part part : parts) {
      Stamp stamp = new Stamp(OutboxStore.nextSequence(handle), now);
      dispatches.add(planner.play(cue, part, stamp));
    }
    return store(handle, airing, dispatches, now);
  }

  private Stored store(Handle handle, AiringId airing, List<Dispatch> dispatches, Instant now) {
    Map<SpeakerId, Long> expected = new LinkedHashMap<>();
    List<StoredOrder> orders = new ArrayList<>();
    Instant deadline = Instant.MIN;
    for (Dispatch dispatch : dispatches) {
      StoredOrder order = sign(dispatch.order(), airing);
      OutboxStore.put(handle, order, dispatch.expected(), now);
      orders.add(order);
      long sequence = dispatch.order().warrant().sequence();
      dispatch.expected().forEach(speaker -> expected.put(speaker, sequence));
      deadline = dispatch.deadline().isAfter(deadline) ? dispatch.deadline() : deadline;
    }
    AsRunStore.order(handle, airing, new AsRunStore.Ordered(now, deadline, expected));
    return new Stored(orders, Optional.of(deadline));
  }

  private Stored storeStop(Handle handle, AiringId airing, Instant now) {
    AiringRecord record = AsRunStore.find(handle, airing).orElseThrow(() -> unknown(airing));
    AsRunStore.stop(handle, airing, now);
    if (record.deadline().isEmpty()) {
      return Stored.NOTHING; // its cue will find that it is stopped
    }
    IssuedOrder stop =
        planner.stop(
            airing,
            record.planned().zones(),
            record.deadline().get(),
            new Stamp(OutboxStore.nextSequence(handle), now));
    StoredOrder order = sign(stop, airing);
    Set<SpeakerId> owing = record.speakers().keySet();
    OutboxStore.put(handle, order, owing, now);
    return new Stored(List.of(order), Optional.empty());
  }

  private StoredOrder sign(IssuedOrder order, AiringId airing) {
    return new StoredOrder(
        new OutboxStore.Ticket(order.warrant().sequence(), airing),
        order.warrant().zones(),
        order.warrant().expires(),
        signer.seal(MessageType.ORDER, Wire.ORDER.encode(order)));
  }

  private void carryOut(AiringId airing, Stored stored) {
    stored.orders().forEach(staff.outbox()::send);
    stored.deadline().ifPresent(deadline -> staff.log().watch(airing, deadline));
    staff.log().changed(airing);
  }

  // A relay's announcement is the name of a station, of which a notice may happen to have the name.
  private static Optional<NoticeCard> notice(Handle handle, Cue cue) {
    return cue.terms().relay().isPresent()
        ? Optional.empty()
        : NoticeStore.find(handle, cue.announcement());
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

  private static Problem nobodyThere(Cue cue) {
    return new Problem(
        "ZONE_UNKNOWN",
        "No speaker is in %s.".formatted(cue.zones()),
        "Name a zone that has speakers, or add the speaker with loa ticket.");
  }
}
