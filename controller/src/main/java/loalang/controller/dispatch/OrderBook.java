// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.controller.approval.Clearance;
import loalang.controller.dispatch.DispatchPlanner.Dispatch;
import loalang.controller.dispatch.DispatchPlanner.Heard;
import loalang.controller.dispatch.DispatchPlanner.Part;
import loalang.controller.dispatch.DispatchPlanner.Stamp;
import loalang.controller.dispatch.Foreknowledge.Known;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.speakers.Speaker;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.NoticeProblems;
import loalang.controller.studio.NoticeStore;
import loalang.controller.versions.VersionStore;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.RecordingRef;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Order;
import loalang.protocol.plan.PlannedPlay;
import loalang.protocol.wire.Wire;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/**
 * Writes down who is to play what and the orders that say so. Blocking, inside the caller's
 * transaction.
 */
final class OrderBook {
  /** Who plays by a plan was given no order that it could refuse. */
  private static final long BY_PLAN = 0;

  private final DispatchPlanner planner;
  private final Supplier<EnvelopeSigner> signer;
  private final Foreknowledge foreknowledge;
  private final Releases releases;

  OrderBook(Dispatcher.Authority authority, Dispatcher.Counsel counsel) {
    this.planner = new DispatchPlanner(authority.commune(), authority.patience());
    this.signer = authority.signer();
    this.foreknowledge = counsel.foreknowledge();
    this.releases = counsel.releases();
  }

  /**
   * Who is there at what time.
   *
   * @param speakers that there are
   * @param now the present instant
   */
  record Who(List<Speaker> speakers, Instant now) {}

  /** What was written and is now to be done. */
  record Stored(AiringId airing, List<StoredOrder> orders, Optional<Instant> deadline) {
    static Stored nothing(AiringId airing) {
      return new Stored(airing, List.of(), Optional.empty());
    }
  }

  /** A cue is due. */
  Stored air(Handle handle, Cue cue, List<Speaker> speakers, Instant now) {
    AiringId airing = foreknowledge.airingOf(handle, cue);
    Optional<Known> known = foreknowledge.known(handle, airing);
    if (known.isPresent()) {
      return settle(handle, known.get(), speakers, now);
    }
    Optional<NoticeCard> card = NoticeStore.find(handle, cue.announcement());
    AsRunStore.plan(handle, Dispatcher.planned(airing, cue, card), now);
    if (!isWaiting(handle, airing)) {
      return Stored.nothing(airing); // a cue that comes twice sounds once
    }
    Optional<RecordingRef> recording = card.flatMap(NoticeCard::recording);
    if (recording.isEmpty()) {
      AsRunStore.skip(handle, airing, NoticeProblems.notRendered(cue.announcement()));
      return Stored.nothing(airing);
    }
    Optional<Problem> unclear =
        VersionStore.whole(handle, card.get()).flatMap(whole -> Clearance.refusal(handle, whole));
    if (unclear.isPresent()) {
      AsRunStore.skip(handle, airing, unclear.get());
      return Stored.nothing(airing);
    }
    Function<Speaker, RecordingRef> recordings =
        VersionStore.heard(handle, cue.announcement())
            .heardBy(recording.get(), speakers, cue.terms());
    List<Part> parts = DispatchPlanner.parts(cue, speakers, recordings);
    if (parts.isEmpty()) {
      AsRunStore.skip(handle, airing, nobodyThere(cue.zones()));
      return Stored.nothing(airing);
    }
    Writing writing = new Writing(handle, airing, now);
    for (Part part : parts) {
      writing.order(released(handle, cue, airing, part.heard()), part);
    }
    return writing.done();
  }

  /** What stands in a plan is settled; nothing if it was before or stands in none. */
  Stored freeze(Handle handle, AiringId airing, List<Speaker> speakers, Instant now) {
    return foreknowledge
        .known(handle, airing)
        .map(known -> settle(handle, known, speakers, now))
        .orElseGet(() -> Stored.nothing(airing));
  }

  /** A cue will not be carried out; what stands in a plan may have been, so it is settled. */
  Stored skip(Handle handle, Cue cue, Problem why, Who who) {
    Instant now = who.now();
    List<Speaker> speakers = who.speakers();
    AiringId airing = foreknowledge.airingOf(handle, cue);
    Optional<Known> known = foreknowledge.known(handle, airing);
    if (known.isPresent()) {
      return settle(handle, known.get(), speakers, now);
    }
    // A relay's announcement is the name of a station, which a notice may happen to have.
    Optional<NoticeCard> card =
        cue.terms().relay().isPresent()
            ? Optional.empty()
            : NoticeStore.find(handle, cue.announcement());
    AsRunStore.plan(handle, Dispatcher.planned(airing, cue, card), now);
    AsRunStore.skip(handle, airing, why);
    return Stored.nothing(airing);
  }

  /** An officer stops an airing. */
  Stored stop(Handle handle, AiringId airing, Instant now) {
    foreknowledge.known(handle, airing).ifPresent(k -> AsRunStore.plan(handle, k.what(), now));
    if (AsRunStore.find(handle, airing).isEmpty()) {
      throw Dispatcher.unknown(airing);
    }
    AsRunStore.stop(handle, airing, now);
    return recall(handle, airing, now);
  }

  /** Orders those to be silent who were to play; nobody was if it waits. */
  Stored recall(Handle handle, AiringId airing, Instant now) {
    AiringRecord record =
        AsRunStore.find(handle, airing).orElseThrow(() -> Dispatcher.unknown(airing));
    if (record.ordered().isEmpty() || record.deadline().isEmpty()) {
      return Stored.nothing(airing); // its cue will find that it is stopped
    }
    Instant deadline = record.deadline().get();
    Stamp stamp = new Stamp(OutboxStore.nextSequence(handle), now);
    StoredOrder order =
        sign(planner.stop(airing, record.planned().zones(), deadline, stamp), airing);
    OutboxStore.put(handle, order, record.speakers().keySet(), now);
    return new Stored(airing, List.of(order), Optional.empty());
  }

  private Stored settle(Handle handle, Known known, List<Speaker> speakers, Instant now) {
    AiringId airing = known.what().id();
    AsRunStore.plan(handle, known.what(), now);
    if (!isWaiting(handle, airing)) {
      return Stored.nothing(airing);
    }
    Writing writing = new Writing(handle, airing, now);
    for (PlannedPlay play : known.plays()) {
      List<SpeakerId> unaware = new ArrayList<>();
      for (Speaker speaker : speakers) {
        if (play.zones().stream().noneMatch(speaker::isIn)) {
          continue;
        }
        if (known.holding().contains(speaker.id()) || isStale(play.play(), now)) {
          writing.expectByPlan(speaker.id(), play.play());
        } else {
          unaware.add(speaker.id());
        }
      }
      DispatchPlanner.named(new Heard(play.play().recording(), Duration.ZERO), unaware)
          .forEach(part -> writing.order(play.play(), part));
    }
    if (writing.isEmpty()) {
      AsRunStore.skip(handle, airing, nobodyThere(known.what().zones()));
      return Stored.nothing(airing);
    }
    return writing.done();
  }

  private static boolean isStale(Order.Play play, Instant now) {
    return now.isAfter(play.latestStart());
  }

  private static boolean isWaiting(Handle handle, AiringId airing) {
    return AsRunStore.find(handle, airing).map(AiringRecord::word).orElse("").equals("planned");
  }

  private Order.Play released(Handle handle, Cue cue, AiringId airing, Heard heard) {
    Order.Play play = DispatchPlanner.sound(cue, airing, heard);
    return releases.of(handle, cue).map(play::releasedBy).orElse(play);
  }

  private StoredOrder sign(IssuedOrder order, AiringId airing) {
    return new StoredOrder(
        new OutboxStore.Ticket(order.warrant().sequence(), airing),
        order.warrant().zones(),
        order.warrant().expires(),
        signer.get().seal(MessageType.ORDER, Wire.ORDER.encode(order)));
  }

  private static Problem nobodyThere(Set<PagingZone> zones) {
    return new Problem(
        "ZONE_UNKNOWN",
        "No speaker is in %s.".formatted(zones),
        "Name a zone that has speakers, or add the speaker with loa ticket.");
  }

  /** Who is to play one airing, as it is being written down. */
  private final class Writing {
    private final Handle handle;
    private final AiringId airing;
    private final Instant now;
    private final Map<SpeakerId, Long> expected = new LinkedHashMap<>();
    private final List<StoredOrder> orders = new ArrayList<>();
    private Instant deadline = Instant.MIN;

    Writing(Handle handle, AiringId airing, Instant now) {
      this.handle = handle;
      this.airing = airing;
      this.now = now;
    }

    void order(Order.Play play, Part part) {
      Stamp stamp = new Stamp(OutboxStore.nextSequence(handle), now);
      Dispatch dispatch = planner.play(play, part, stamp);
      StoredOrder order = sign(dispatch.order(), airing);
      OutboxStore.put(handle, order, dispatch.expected(), now);
      orders.add(order);
      dispatch.expected().forEach(speaker -> expected.put(speaker, stamp.sequence()));
      until(dispatch.deadline());
    }

    void expectByPlan(SpeakerId speaker, Order.Play play) {
      expected.put(speaker, BY_PLAN);
      until(planner.deadline(play));
    }

    private void until(Instant instant) {
      deadline = instant.isAfter(deadline) ? instant : deadline;
    }

    boolean isEmpty() {
      return expected.isEmpty();
    }

    Stored done() {
      AsRunStore.order(handle, airing, new AsRunStore.Ordered(now, deadline, expected));
      return new Stored(airing, List.copyOf(orders), Optional.of(deadline));
    }
  }
}
