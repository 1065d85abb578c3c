// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.controller.audit.Author;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.NoticeStore;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueListener;
import loalang.schedules.CueTerms;
import loalang.schedules.CueVerdict;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.ScheduleBook;
import loalang.schedules.release.Release;

/** The door: airs once, takes sheets in, tells what comes. On one event loop. */
public final class Timetable {
  private final ScheduleBook book;
  private final StorageDesk storage;
  private final AsRunLog log;
  private final InstantSource now;
  private final SheetDesk sheets;
  private final ItemDesk items;
  private final SheetHistory history;
  private final ReleaseDesk releases;
  private final Outlook outlook;
  private final LengthDesk lengths;

  /** A timetable over a book that is not running yet. */
  public Timetable(ScheduleBook book, StorageDesk storage, AsRunLog log, InstantSource now) {
    this.book = book;
    this.storage = storage;
    this.log = log;
    this.now = now;
    this.sheets = new SheetDesk(book, storage, now);
    this.items = new ItemDesk(sheets, storage);
    this.history = new SheetHistory(sheets, storage);
    this.releases = new ReleaseDesk(book, sheets, storage, now);
    this.outlook = new Outlook(book, storage, now);
    this.lengths = new LengthDesk(book, storage, now);
  }

  /** Sheets by name. */
  public SheetDesk sheets() {
    return sheets;
  }

  /** Single things in the sheets. */
  public ItemDesk items() {
    return items;
  }

  /** What sheets said before. */
  public SheetHistory history() {
    return history;
  }

  /** What waits for a second person. */
  public ReleaseDesk releases() {
    return releases;
  }

  /** What will sound. */
  public Outlook outlook() {
    return outlook;
  }

  /** How long what sounds is. */
  public LengthDesk lengths() {
    return lengths;
  }

  /**
   * Takes in what was known before the start, then lets cues fire.
   *
   * @param context the event loop cues are handed to
   * @param programmes a directory of YAML files; may be missing
   */
  public Future<Void> start(Context context, Path programmes, Dispatcher dispatcher) {
    // On a worker: a lasting clockwork writes each alarm to the disk.
    return storage
        .read(
            handle ->
                new Known(
                    releases.given(handle),
                    SheetStore.all(handle),
                    HeldWishStore.stillPossible(handle, now.instant()),
                    HeldWishStore.lapsed(handle, now.instant()),
                    AsRunStore.waiting(handle),
                    NoticeStore.lengths(handle)))
        .compose(
            known ->
                storage.run(
                    () -> {
                      book.learnLengths(known.lengths());
                      known.releases().forEach(book::release); // before what they let through
                      List<Unheard> missed =
                          sheets.load(new SheetDirectory(programmes).sheets(), known.sheets());
                      known.held().forEach(book::schedule);
                      known.lapsed().stream().map(Unheard::notReleased).forEach(missed::add);
                      known.airings().stream().flatMap(this::resume).forEach(missed::add);
                      return missed;
                    }))
        .onSuccess(unheard -> unheard.forEach(no -> dispatcher.onSkipped(no.cue(), no.why())))
        .compose(
            resumed ->
                storage.run(
                    () -> {
                      book.start(new HandOver(context, dispatcher));
                      return null;
                    }));
  }

  /** What the database knew before the start. */
  private record Known(
      List<Release> releases,
      List<KeptSheet> sheets,
      List<OneOff> held,
      List<OneOff> lapsed,
      List<AiringRecord> airings,
      Map<AnnouncementId, Duration> lengths) {}

  /**
   * Airs once; the answer comes after the wish is stored. Fails with why it cannot be; a wish that
   * only waits for a second person is stored all the same.
   */
  public Future<AiringRecord> air(OneOff wish, NoticeCard card, Author by) {
    return storage
        .run(() -> book.schedule(wish))
        .compose(verdict -> granted(wish, verdict))
        .map(cue -> Dispatcher.planned(cue, Optional.of(card)))
        .compose(planned -> log.plan(planned, by).compose(stored -> log.find(planned.id())))
        .map(Optional::orElseThrow);
  }

  private Future<Cue> granted(OneOff wish, CueVerdict verdict) {
    if (verdict instanceof CueVerdict.Planned planned) {
      return Future.succeededFuture(planned.cue());
    }
    ProblemException no = new ProblemException(((CueVerdict.Refused) verdict).why());
    return verdict instanceof CueVerdict.NeedsSecondPerson
        ? storage
            .<Void>write(
                handle -> {
                  HeldWishStore.put(handle, wish, now.instant());
                  return null;
                })
            .compose(stored -> Future.failedFuture(no))
        : Future.failedFuture(no);
  }

  /** What would become of a wish if it were aired; changes nothing. */
  public Future<CueVerdict> judge(OneOff wish) {
    return storage.run(() -> book.judge(wish));
  }

  /** The cues of the coming hours, earliest first. */
  public Future<List<Cue>> next(Duration horizon) {
    return storage.run(() -> book.next(now.instant(), horizon));
  }

  /** Stops firing. Blocking. */
  public void close() {
    book.close();
  }

  private Stream<Unheard> resume(AiringRecord airing) {
    OneOff wish = wish(airing.planned());
    return book.schedule(wish) instanceof CueVerdict.Refused refused
        ? Stream.of(new Unheard(wish.cue(), refused.why()))
        : Stream.empty();
  }

  private static OneOff wish(PlannedAiring planned) {
    return new OneOff(
        new CueId(planned.id().value()),
        planned.notice(),
        planned.zones(),
        planned.priority(),
        planned.start(),
        new LateRule(Duration.between(planned.start(), planned.latestStart())));
  }

  /** On a thread of the clockwork: hands over and returns. */
  private record HandOver(Context context, Dispatcher dispatcher) implements CueListener {
    @Override
    public void onCue(Cue cue) {
      context.runOnContext(ignored -> dispatcher.onCue(cue));
    }

    @Override
    public void onRelay(Cue cue, CueTerms.Relay relay) {
      context.runOnContext(ignored -> dispatcher.onRelay(cue, relay));
    }

    @Override
    public void onSkipped(Cue cue, Problem why) {
      context.runOnContext(ignored -> dispatcher.onSkipped(cue, why));
    }
  }

  /** The instant at which a wish without one starts. */
  public Instant soon() {
    return now.instant();
  }
}
