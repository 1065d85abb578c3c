// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.clockwork;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import loalang.controller.dispatch.Dispatcher;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.AsRunLog;
import loalang.controller.ledger.AsRunStore;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueListener;
import loalang.schedules.CueVerdict;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.ScheduleBook;
import loalang.schedules.programme.ProgrammeFile;
import loalang.schedules.programme.ProgrammeSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door: airs once, takes sheets in, tells what comes. On one event loop. */
public final class Timetable {
  private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
  private static final String SENT_BY_API = "api";

  private final ScheduleBook book;
  private final StorageDesk storage;
  private final AsRunLog log;
  private final InstantSource now;

  /** A timetable over a book that is not running yet. */
  public Timetable(ScheduleBook book, StorageDesk storage, AsRunLog log, InstantSource now) {
    this.book = book;
    this.storage = storage;
    this.log = log;
    this.now = now;
  }

  /**
   * Takes in what was known before the start, then lets cues fire.
   *
   * @param context the event loop cues are handed to
   * @param programmes a directory of YAML files; may be missing
   */
  public Future<Void> start(Context context, Path programmes, Dispatcher dispatcher) {
    return storage
        .run(() -> new SheetDirectory(programmes).sheets())
        .onSuccess(sheets -> sheets.forEach(this::takeFile))
        .compose(read -> storage.read(SheetStore::all))
        .onSuccess(sheets -> sheets.forEach(this::takeStored))
        .compose(read -> storage.read(AsRunStore::waiting))
        .onSuccess(
            airings -> {
              airings.forEach(airing -> resume(airing, dispatcher));
              book.start(new HandOver(context, dispatcher));
            })
        .mapEmpty();
  }

  /** Airs once; the answer comes after the wish is stored. Fails with why it cannot be. */
  public Future<AiringRecord> air(OneOff wish, NoticeCard card) {
    CueVerdict verdict = book.schedule(wish);
    if (verdict instanceof CueVerdict.Refused refused) {
      return Future.failedFuture(new ProblemException(refused.why()));
    }
    PlannedAiring planned =
        Dispatcher.planned(((CueVerdict.Planned) verdict).cue(), java.util.Optional.of(card));
    return log.plan(planned)
        .compose(stored -> log.find(planned.id()))
        .map(record -> record.orElseThrow());
  }

  /**
   * Takes a sheet in for good.
   *
   * @return why some of its slots will not sound; mostly empty
   */
  public Future<List<Problem>> replace(String yaml) {
    return storage
        .run(() -> ProgrammeFile.read(yaml))
        .compose(
            sheet ->
                storage
                    .write(
                        handle -> {
                          SheetStore.put(handle, nameOf(sheet), yaml, now.instant());
                          return sheet;
                        })
                    .map(book::replace));
  }

  /** The cues of the coming hours, earliest first. */
  public List<Cue> next(Duration horizon) {
    return book.next(now.instant(), horizon);
  }

  /** Stops firing. Blocking. */
  public void close() {
    book.close();
  }

  // Sheets about the same programmes replace each other.
  private static String nameOf(ProgrammeSheet sheet) {
    StringBuilder name = new StringBuilder(SENT_BY_API);
    sheet.programmes().forEach(programme -> name.append(' ').append(programme.id()));
    sheet.oneOffs().forEach(wish -> name.append(' ').append(wish.id()));
    return name.toString();
  }

  private void takeFile(SheetDirectory.Sheet sheet) {
    take(sheet.file().toString(), sheet.yaml());
  }

  private void takeStored(String yaml) {
    take(SENT_BY_API, yaml);
  }

  // One sheet with a mistake must not keep the others from sounding.
  private void take(String origin, String yaml) {
    try {
      book.replace(ProgrammeFile.read(yaml))
          .forEach(problem -> LOG.warn("programmes={} {}", origin, problem));
    } catch (ProblemException e) {
      LOG.error("programmes={} not taken in: {}", origin, e.problem());
    }
  }

  private void resume(AiringRecord airing, Dispatcher dispatcher) {
    OneOff wish = wish(airing.planned());
    if (book.schedule(wish) instanceof CueVerdict.Refused refused) {
      dispatcher.onSkipped(wish.cue(), refused.why());
    }
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
    public void onSkipped(Cue cue, Problem why) {
      context.runOnContext(ignored -> dispatcher.onSkipped(cue, why));
    }
  }

  /** The instant at which a wish without one starts. */
  public Instant soon() {
    return now.instant();
  }
}
