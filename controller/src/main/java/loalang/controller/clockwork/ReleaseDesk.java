// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import loalang.controller.approval.TwoPeople;
import loalang.controller.approval.TwoPeopleStore;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.clockwork.ReleaseStore.KeptRequest;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeStore;
import loalang.protocol.AiringId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueVerdict;
import loalang.schedules.ScheduleBook;
import loalang.schedules.release.Held;
import loalang.schedules.release.Release;
import loalang.schedules.release.Request;
import loalang.schedules.release.Signature;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.Window;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Two people let through what a rule holds back: one asks, another releases. What they said is
 * stored and never changed. On one event loop; the book and the database are asked on a worker.
 */
public final class ReleaseDesk {
  private static final Duration AHEAD = Duration.ofDays(7);
  private static final Duration BOOK_REMEMBERS = Duration.ofDays(4);

  private final ScheduleBook book;
  private final SheetDesk sheets;
  private final StorageDesk storage;
  private final InstantSource now;

  ReleaseDesk(ScheduleBook book, SheetDesk sheets, StorageDesk storage, InstantSource now) {
    this.book = book;
    this.sheets = sheets;
    this.storage = storage;
    this.now = now;
  }

  /**
   * Something that waits for people.
   *
   * @param conflict what is held, where and why
   * @param held what two people would let through
   * @param asked who asked for it first; null if nobody did
   */
  public record Waiting(Conflict conflict, Held held, @Nullable Signature asked) {
    /** Who asked for it first. */
    public Optional<Signature> askedBy() {
      return Optional.ofNullable(asked);
    }
  }

  /** What waits in the coming week. */
  public Future<List<Waiting>> waiting() {
    return storage.read(this::waiting);
  }

  /**
   * The first of two people asks; a second request changes nothing.
   *
   * @param mayIn why this person may not ask for these zones
   */
  public Future<Waiting> request(
      CueId cue, Author by, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return storage.write(
        handle -> {
          Waiting waiting = find(handle, cue);
          mayIn.apply(waiting.held().what().zones()).ifPresent(ReleaseDesk::refuse);
          if (waiting.asked() == null) {
            AuditStore.add(handle, by.did(Deed.RELEASE_ASKED, cue), now.instant());
            ReleaseStore.ask(handle, waiting.held().askedBy(sign(by.who())));
          }
          return find(handle, cue);
        });
  }

  /**
   * The second of two people releases.
   *
   * @param mayIn why this person may not release in these zones
   * @return what became of the cue; another rule may hold it still
   */
  public Future<CueVerdict> release(
      CueId cue, Author by, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return storage.write(
        handle -> {
          Held held = find(handle, cue).held();
          mayIn.apply(held.what().zones()).ifPresent(ReleaseDesk::refuse);
          KeptRequest kept =
              requestOf(handle, held).orElseThrow(() -> new ProblemException(notAsked(cue)));
          Signature second = sign(by.who());
          Request request = kept.request();
          request.refusal(second).ifPresent(ReleaseDesk::refuse);
          AuditStore.add(handle, by.did(Deed.RELEASE_GIVEN, cue), now.instant());
          ReleaseStore.give(handle, kept, second);
          TwoPeopleStore.add(
              handle, new AiringId(cue.value()), new TwoPeople(request.asked(), second));
          boolean isLoose = isWish(cue) && !sheets.asksFor(handle, cue);
          CueVerdict verdict = book.release(request.releasedBy(second)); // it cannot be undone
          if (isLoose && verdict instanceof CueVerdict.Planned planned) {
            HeldWishStore.remove(handle, cue);
            plan(handle, planned.cue()); // else a restart would not know of it
          }
          return verdict;
        });
  }

  /**
   * Nobody asks for a held single airing any more; it is never heard.
   *
   * @param mayIn why this person may not air in these zones
   */
  public Future<Waiting> withdraw(
      CueId cue, Author by, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return storage.write(
        handle -> {
          Waiting waiting = find(handle, cue);
          mayIn.apply(waiting.held().what().zones()).ifPresent(ReleaseDesk::refuse);
          if (sheets.asksFor(handle, cue) || !isWish(cue)) {
            throw new ProblemException(inSheet(cue));
          }
          AuditStore.add(handle, by.did(Deed.RELEASE_WITHDRAWN, cue), now.instant());
          HeldWishStore.remove(handle, cue);
          book.withdraw(cue); // last: it cannot be undone
          return waiting;
        });
  }

  /** What was let through, for a book that has no sheets yet. */
  List<Release> given(Handle handle) {
    return ReleaseStore.given(handle, now.instant().minus(BOOK_REMEMBERS));
  }

  private List<Waiting> waiting(Handle handle) {
    return book.rundown(Window.of(now.instant(), AHEAD)).conflicts().stream()
        .flatMap(conflict -> conflict.toRelease().map(held -> of(handle, conflict, held)).stream())
        .toList();
  }

  private static Waiting of(Handle handle, Conflict conflict, Held held) {
    @Nullable Signature asked =
        requestOf(handle, held).map(kept -> kept.request().asked()).orElse(null);
    return new Waiting(conflict, held, asked);
  }

  private Waiting find(Handle handle, CueId cue) {
    return waiting(handle).stream()
        .filter(waiting -> waiting.held().what().airing().equals(cue))
        .findFirst()
        .orElseThrow(() -> new ProblemException(notWaiting(cue)));
  }

  private static Optional<KeptRequest> requestOf(Handle handle, Held held) {
    return ReleaseStore.open(handle, held.what().start()).stream()
        .filter(kept -> kept.request().what().equals(held.what()))
        .filter(kept -> kept.request().hold() == held.by())
        .findFirst();
  }

  private boolean isWish(CueId cue) {
    return book.sheet().oneOffs().stream().anyMatch(wish -> wish.id().equals(cue));
  }

  private void plan(Handle handle, Cue cue) {
    AsRunStore.plan(
        handle,
        Dispatcher.planned(cue, NoticeStore.find(handle, cue.announcement())),
        now.instant());
  }

  private static void refuse(Problem why) {
    throw new ProblemException(why);
  }

  private Signature sign(String account) {
    Instant at = now.instant().truncatedTo(ChronoUnit.MILLIS); // as it is stored
    return new Signature(account, at);
  }

  private static Problem notWaiting(CueId cue) {
    return new Problem(
        "RELEASE_NOT_NEEDED",
        "Nothing named \"%s\" waits for a second person in the coming week.".formatted(cue),
        "GET /api/v1/schedule/held lists what waits.");
  }

  private static Problem inSheet(CueId cue) {
    return new Problem(
        "RELEASE_IN_SHEET",
        "\"%s\" is asked for by a sheet, which would ask for it again.".formatted(cue),
        "Move it or take it out of its sheet; the page of the schedule does both.");
  }

  private static Problem notAsked(CueId cue) {
    return new Problem(
        "RELEASE_NOT_REQUESTED",
        "Nobody asked for \"%s\" as it is planned now.".formatted(cue),
        "Ask for it first; another person then releases it.");
  }
}
