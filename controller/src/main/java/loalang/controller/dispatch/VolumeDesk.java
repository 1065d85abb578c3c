// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.dispatch.OutboxStore.StoredOrder;
import loalang.controller.dispatch.VolumeStore.Row;
import loalang.controller.speakers.Speaker;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;
import loalang.protocol.order.Order;
import loalang.protocol.report.NumberedReport;
import loalang.protocol.state.SpeakerState;
import org.jdbi.v3.core.Handle;

/** Tells speakers how loud to be, and again until they say that they are. On one event loop. */
public final class VolumeDesk {
  private static final AiringId ABOUT = new AiringId("volume");
  private static final Duration LIFE = Duration.ofDays(7);

  /** A state that was written before the answer may still be on its way. */
  private static final Duration SETTLING = Duration.ofSeconds(60);

  private final StorageDesk storage;
  private final Dispatcher.Staff staff;
  private final Press press;
  private final Map<SpeakerId, Row> wishes = new HashMap<>();

  /** A desk that knows nothing before it is loaded. */
  public VolumeDesk(StorageDesk storage, Dispatcher.Staff staff, Dispatcher.Authority authority) {
    this.storage = storage;
    this.staff = staff;
    this.press = new Press(ABOUT, authority.commune(), authority.signer());
  }

  /**
   * How loud a speaker is, and is to be.
   *
   * @param wish what it was told last; empty if nobody ever told it
   * @param obeyed what it said last that it plays at; never what was only wished
   * @param before what taking back the last wish would go back to
   */
  public record Standing(Optional<Wish> wish, Optional<Obeyed> obeyed, Volume before) {
    /** True if it said that it plays as wished. */
    public boolean isObeyed() {
      return wish.isPresent()
          && obeyed.map(Obeyed::volume).equals(wish.map(Wish::volume))
          && wish.get().refused().isEmpty();
    }
  }

  /**
   * What somebody wished.
   *
   * @param refused why the speaker does not obey, as it said
   * @param isAnswered true if it said anything
   */
  public record Wish(
      Volume volume, String by, Instant at, Optional<String> refused, boolean isAnswered) {}

  /** What a speaker said that it plays at. */
  public record Obeyed(Volume volume, Instant at) {}

  /** How loud a speaker is. */
  public Future<Standing> of(SpeakerId speaker) {
    return storage.read(handle -> standing(handle, speaker));
  }

  /** Tells a speaker how loud to be from now on. */
  public Future<Standing> set(Speaker speaker, Volume volume, Author by) {
    Instant now = staff.now().instant();
    return storage
        .write(
            handle -> {
              AuditStore.add(
                  handle, by.did(Deed.VOLUME_SET, speaker.id() + " " + VolumeText.of(volume)), now);
              return wished(handle, new VolumeStore.Wish(speaker.id(), volume, by.who()), now);
            })
        .compose(this::sent);
  }

  /**
   * Tells it what it was told before the last time.
   *
   * @return fails with VOLUME_NEVER_SET
   */
  public Future<Standing> takeBack(Speaker speaker, Author by) {
    return of(speaker.id())
        .compose(
            standing ->
                standing.wish().isEmpty()
                    ? Future.failedFuture(new ProblemException(neverSet(speaker.id())))
                    : set(speaker, standing.before(), by));
  }

  /** Takes up what was wished before the start. */
  public Future<Void> load() {
    return storage.read(VolumeStore::wishes).onSuccess(this::remember).mapEmpty();
  }

  /** What a report says about volume; in the report's own transaction. */
  public static void take(Handle handle, NumberedReport told, Instant now) {
    VolumeStore.take(handle, told, now);
  }

  /** A speaker has said something: what is wished of it may have been answered. */
  public Future<Void> onStored(NumberedReport told) {
    return wishes.containsKey(told.speaker()) && Settlement.answered(told.report()).isPresent()
        ? storage
            .read(handle -> VolumeStore.newest(handle, told.speaker(), 1))
            .onSuccess(this::remember)
            .mapEmpty()
        : Future.succeededFuture();
  }

  /** A speaker is there: if it does not play as wished, it is told again. */
  public Future<Void> welcome(Speaker speaker) {
    Row wish = wishes.get(speaker.id());
    Instant now = staff.now().instant();
    return wish == null || !isToBeToldAgain(wish, speaker, now)
        ? Future.succeededFuture()
        : storage.write(handle -> again(handle, wish, now)).compose(this::sent).mapEmpty();
  }

  /** Its order has run out unanswered, or the speaker has forgotten what it once said. */
  static boolean isToBeToldAgain(Row wish, Speaker speaker, Instant now) {
    if (wish.answered().isEmpty()) {
      return !now.isBefore(wish.signed().plus(LIFE));
    }
    return wish.refused().isEmpty()
        && now.isAfter(wish.answered().get().plus(SETTLING))
        && speaker
            .state()
            .flatMap(VolumeDesk::played)
            .filter(volume -> !volume.equals(wish.volume()))
            .isPresent();
  }

  private static Optional<Volume> played(SpeakerState state) {
    return Optional.ofNullable(state.volume());
  }

  private void remember(List<Row> rows) {
    rows.forEach(row -> wishes.put(row.speaker(), row));
  }

  private record Written(StoredOrder order, Row wish, Standing standing) {}

  private Written wished(Handle handle, VolumeStore.Wish wish, Instant now) {
    OutboxStore.settle(handle, wish.speaker(), ABOUT, now); // an earlier order would come after it
    long sequence = OutboxStore.nextSequence(handle);
    VolumeStore.put(handle, wish, sequence, now);
    return written(handle, wish, sequence, now);
  }

  private Written again(Handle handle, Row row, Instant now) {
    long sequence = OutboxStore.nextSequence(handle);
    VolumeStore.signedAgain(handle, row.id(), sequence, now);
    VolumeStore.Wish wish = new VolumeStore.Wish(row.speaker(), row.volume(), row.by());
    return written(handle, wish, sequence, now);
  }

  private Written written(Handle handle, VolumeStore.Wish wish, long sequence, Instant now) {
    StoredOrder order =
        press.sign(
            sequence,
            PagingZone.only(wish.speaker()),
            Order.SetGain.of(wish.volume()),
            new Press.Term(now, LIFE));
    OutboxStore.put(handle, order, Set.of(wish.speaker()), now);
    Row row = VolumeStore.newest(handle, wish.speaker(), 1).get(0);
    return new Written(order, row, standing(handle, wish.speaker()));
  }

  private Future<Standing> sent(Written written) {
    remember(List.of(written.wish()));
    staff.outbox().send(written.order());
    return Future.succeededFuture(written.standing());
  }

  private static Standing standing(Handle handle, SpeakerId speaker) {
    List<Row> newest = VolumeStore.newest(handle, speaker, 2);
    return new Standing(
        newest.stream().findFirst().map(VolumeDesk::wish),
        VolumeStore.obeyed(handle, speaker)
            .map(row -> new Obeyed(row.obeyed().orElseThrow(), row.answered().orElseThrow())),
        newest.stream().skip(1).findFirst().map(Row::volume).orElse(Volume.CALIBRATED));
  }

  private static Wish wish(Row row) {
    return new Wish(row.volume(), row.by(), row.at(), row.refused(), row.answered().isPresent());
  }

  private static Problem neverSet(SpeakerId speaker) {
    return new Problem(
        "VOLUME_NEVER_SET",
        "Nobody has told %s how loud to be.".formatted(speaker),
        "There is nothing to take back; set its volume.");
  }
}
