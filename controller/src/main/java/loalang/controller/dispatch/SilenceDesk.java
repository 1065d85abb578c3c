// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.CommuneId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.envelope.EnvelopeSigner;
import loalang.protocol.envelope.MessageType;
import loalang.protocol.order.IssuedOrder;
import loalang.protocol.order.Issuer;
import loalang.protocol.order.Order;
import loalang.protocol.order.Warrant;
import loalang.protocol.wire.Wire;
import org.jdbi.v3.core.Handle;

/** Orders silence at once, and lifts it. On one event loop. */
public final class SilenceDesk {
  /** The longest silence one word makes; a longer one is said again. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
  private static final Duration LIFT_LIFE = Duration.ofDays(7);
  // No airing: its place in the outbox is needed, its name is no airing's.
  private static final AiringId ABOUT_NONE = new AiringId("silence");

  private final StorageDesk storage;
  private final Dispatcher.Staff staff;
  private final CommuneId commune;
  private final Supplier<EnvelopeSigner> signer;
  private Instant mayHoldUntil = Instant.MIN;

  /** A desk. */
  public SilenceDesk(StorageDesk storage, Dispatcher.Staff staff, Dispatcher.Authority authority) {
    this.storage = storage;
    this.staff = staff;
    this.commune = authority.commune();
    this.signer = authority.signer();
  }

  /**
   * A silence and who obeys.
   *
   * @param silence as it was ordered
   * @param meant who was told
   * @param obeying who said that they are silent
   */
  public record Told(Silence silence, Set<SpeakerId> meant, Set<SpeakerId> obeying) {}

  /**
   * Orders silence.
   *
   * @param zones where; empty means everywhere
   * @param until when it ends by itself, at most a week from now
   * @param by who says so
   */
  public Future<Told> order(Set<PagingZone> zones, Instant until, Author by) {
    Instant now = staff.now().instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      return Future.failedFuture(
          new ProblemException(
              new Problem(
                  "SILENCE_TIME_INVALID",
                  "The silence would last until %s; it is %s.".formatted(until, now),
                  "Name an instant in the coming seven days.")));
    }
    return tell(zones, until, by, until);
  }

  /** Lifts it: what was silenced may sound again, what was missed stays missed. */
  public Future<Told> lift(Set<PagingZone> zones, Author by) {
    Instant now = staff.now().instant();
    return tell(zones, now, by, now.plus(LIFT_LIFE));
  }

  /** The newest silences with those who obey. */
  public Future<List<Told>> newest(int limit) {
    return storage.read(
        handle ->
            SilenceStore.newest(handle, limit).stream().map(one -> told(handle, one)).toList());
  }

  /** Takes up the silences of before the start. */
  public Future<Void> load() {
    Instant now = staff.now().instant();
    return storage
        .read(handle -> SilenceStore.holding(handle, now))
        .onSuccess(all -> all.forEach(one -> mayHold(one.until())))
        .mapEmpty();
  }

  private void mayHold(Instant until) {
    mayHoldUntil = until.isAfter(mayHoldUntil) ? until : mayHoldUntil;
  }

  /** A speaker is there: if it joined or came back in a silence, it is told. */
  public Future<Void> welcome(Speaker speaker) {
    Instant now = staff.now().instant();
    if (!now.isBefore(mayHoldUntil)) {
      return Future.succeededFuture();
    }
    return storage
        .write(handle -> late(handle, speaker, now))
        .onSuccess(order -> order.ifPresent(staff.outbox()::send))
        .mapEmpty();
  }

  private Future<Told> tell(Set<PagingZone> zones, Instant until, Author by, Instant expires) {
    Instant now = staff.now().instant();
    List<Speaker> meant =
        staff.roster().all().stream()
            .filter(one -> zones.isEmpty() || zones.stream().anyMatch(one::isIn))
            .toList();
    if (meant.isEmpty()) {
      return Future.failedFuture(
          new ProblemException(
              new Problem(
                  "ZONE_UNKNOWN",
                  "No speaker is in %s.".formatted(zones.isEmpty() ? "this commune" : zones),
                  "Name a zone that has speakers, or add the speaker with loa ticket.")));
    }
    Set<PagingZone> where = new HashSet<>(zones);
    if (zones.isEmpty()) {
      meant.forEach(one -> where.addAll(one.zones()));
      meant.stream()
          .filter(one -> one.zones().isEmpty())
          .forEach(one -> where.add(PagingZone.only(one.id())));
    }
    Wish wish = new Wish(where, until, by.who(), expires);
    Deed deed = until.isAfter(now) ? Deed.SILENCE_ORDERED : Deed.SILENCE_LIFTED;
    return storage
        .write(
            handle -> {
              AuditStore.add(handle, by.did(deed, zones.isEmpty() ? "all" : zones), now);
              return store(handle, wish, meant, now);
            })
        .map(
            stored -> {
              mayHold(until);
              staff.outbox().send(stored.order());
              return stored.told();
            });
  }

  private record Wish(Set<PagingZone> zones, Instant until, String by, Instant expires) {}

  private record Stored(StoredOrder order, Told told) {}

  private Stored store(Handle handle, Wish wish, List<Speaker> meant, Instant now) {
    SilenceStore.lift(handle, wish.zones(), wish.by(), now);
    Set<SpeakerId> owing = new HashSet<>();
    meant.forEach(one -> owing.add(one.id()));
    long sequence = OutboxStore.nextSequence(handle);
    StoredOrder order = sign(sequence, wish, now);
    OutboxStore.put(handle, order, owing, now);
    Silence silence =
        new Silence(
            0,
            wish.zones(),
            now,
            wish.until(),
            List.of(sequence),
            wish.by(),
            Optional.empty(),
            Optional.empty());
    if (wish.until().isAfter(now)) {
      SilenceStore.put(handle, silence);
    }
    return new Stored(order, new Told(silence, owing, Set.of()));
  }

  private Optional<StoredOrder> late(Handle handle, Speaker speaker, Instant now) {
    List<Silence> here =
        SilenceStore.holding(handle, now).stream()
            .filter(one -> one.zones().stream().anyMatch(speaker::isIn))
            .filter(one -> !SilenceStore.meant(handle, one.sequences()).contains(speaker.id()))
            .toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    Silence silence = here.get(0); // the latest word holds
    long sequence = OutboxStore.nextSequence(handle);
    Wish own =
        new Wish(
            Set.of(PagingZone.only(speaker.id())), silence.until(), silence.by(), silence.until());
    StoredOrder order = sign(sequence, own, now);
    OutboxStore.put(handle, order, Set.of(speaker.id()), now);
    SilenceStore.add(handle, silence, sequence);
    return Optional.of(order);
  }

  private StoredOrder sign(long sequence, Wish wish, Instant now) {
    Instant from = now.minus(CLOCK_TOLERANCE);
    Warrant warrant =
        new Warrant(sequence, Issuer.COMMUNE, commune, wish.zones(), from, wish.expires());
    IssuedOrder order = new IssuedOrder(warrant, new Order.Silence(wish.until()));
    return new StoredOrder(
        new OutboxStore.Ticket(sequence, ABOUT_NONE),
        wish.zones(),
        wish.expires(),
        signer.get().seal(MessageType.ORDER, Wire.ORDER.encode(order)));
  }

  private static Told told(Handle handle, Silence silence) {
    return new Told(
        silence,
        SilenceStore.meant(handle, silence.sequences()),
        SilenceStore.obeying(handle, silence.sequences()));
  }
}
