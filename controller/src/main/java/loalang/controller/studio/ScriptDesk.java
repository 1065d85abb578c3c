// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.voice.Voices;
import loalang.controller.approval.ApprovalStore;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.Edition;
import loalang.controller.reading.FixedReading;
import loalang.controller.reading.FixedReadings;
import loalang.controller.reading.NoticeReading;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** A door: what would be said, before it is rendered, and how to mend it. On one event loop. */
public final class ScriptDesk {
  private final Studio studio;
  private final StorageDesk storage;
  private final Reading reading;
  private final InstantSource now;

  /**
   * How texts are read.
   *
   * @param queue where
   * @param dictionary what is in force when a reading begins
   * @param voices who could speak
   */
  public record Reading(WorkQueue queue, Supplier<Edition> dictionary, Voices voices) {
    /** What a notice is read with when its reading begins now. */
    Edition of(Notice notice) {
      Edition edition = dictionary.get();
      return NoticeReading.dialectOf(notice, voices).map(edition::in).orElse(edition);
    }
  }

  /**
   * What would be said.
   *
   * @param card the notice's; empty for a text that is not kept
   * @param body what the places of the script point into
   * @param reading the script
   * @param fixes what was fixed for this notice
   */
  public record Shown(
      Optional<NoticeCard> card, String body, NoticeReading reading, List<KeptFix> fixes) {
    public Shown {
      fixes = List.copyOf(fixes);
    }
  }

  /** A desk. */
  public ScriptDesk(Studio studio, StorageDesk storage, Reading reading, InstantSource now) {
    this.studio = studio;
    this.storage = storage;
    this.reading = reading;
    this.now = now;
  }

  /**
   * What a notice would say if it were rendered now; fails with NOTICE_UNKNOWN.
   *
   * @param form what the answer is made into, on the pool
   */
  public <T> Future<T> ofNotice(AnnouncementId id, Function<Shown, T> form) {
    return studio.take(id).compose(taken -> reading.queue().run(() -> form.apply(shown(taken))));
  }

  /**
   * What a text would say if it were handed in as a notice.
   *
   * @param form what the answer is made into, on the pool
   */
  public <T> Future<T> ofText(String source, Function<Shown, T> form) {
    return reading
        .queue()
        .run(
            () -> {
              Notice notice = NoticeFile.read(source);
              NoticeReading read = NoticeReading.of(notice, reading.of(notice), List.of());
              return form.apply(new Shown(Optional.empty(), notice.body(), read, List.of()));
            });
  }

  /**
   * Says a place of a notice otherwise, from the next rendering on. It takes the place of what was
   * fixed there before.
   *
   * @param asked a stretch that touches the words that are meant
   * @return the place; fails with NOTICE_UNKNOWN, FIXED_READING_PLACE, _WORDS or _FULL
   */
  public Future<FixedReading> fix(AnnouncementId id, SourceSpan asked, String spoken, Author by) {
    Instant at = now.instant();
    return studio
        .take(id)
        .compose(taken -> reading.queue().run(() -> made(taken, asked, spoken)))
        .compose(
            fix -> storage.write(handle -> keep(handle, id, new KeptFix(fix, by.who(), at), by)));
  }

  /** Lets the dictionary decide again; fails with NOTICE_UNKNOWN or FIXED_READING_UNKNOWN. */
  public Future<Void> letGo(AnnouncementId id, SourceSpan place, Author by) {
    FixedReadingStore.Place gone = new FixedReadingStore.Place(place, by.who(), now.instant());
    return studio
        .find(id)
        .compose(card -> storage.write(handle -> takeBack(handle, id, gone, by)))
        .compose(
            count ->
                count > 0
                    ? Future.succeededFuture()
                    : Future.failedFuture(nothingFixed(id, place)));
  }

  /** How a text is read now, and how another edition of the dictionary would read it. */
  public Future<Compared> compare(String text, Edition other) {
    Edition current = reading.dictionary().get();
    return reading.queue().run(() -> new Compared(read(text, current), read(text, other)));
  }

  /**
   * Two readings of one text.
   *
   * @param before as it is
   * @param after as it would be
   */
  public record Compared(NoticeReading before, NoticeReading after) {
    /** Whether a word is said otherwise. */
    public boolean isOther() {
      return !before.script().equals(after.script());
    }
  }

  private static NoticeReading read(String text, Edition edition) {
    return new NoticeReading(edition.reader().read(text), edition.version());
  }

  private Shown shown(Studio.Taken taken) {
    return new Shown(
        Optional.of(taken.card()),
        taken.notice().body(),
        NoticeReading.of(taken.notice(), reading.of(taken.notice()), taken.fixedReadings()),
        taken.fixes());
  }

  private FixedReading made(Studio.Taken taken, SourceSpan asked, String spoken) {
    NoticeReading plain = NoticeReading.of(taken.notice(), reading.of(taken.notice()), List.of());
    return FixedReadings.make(plain.script(), taken.notice().body(), asked, spoken);
  }

  private static int takeBack(
      Handle handle, AnnouncementId id, FixedReadingStore.Place gone, Author by) {
    int count = FixedReadingStore.takeBack(handle, id, gone);
    if (count > 0) {
      AuditStore.add(handle, by.did(Deed.READING_UNFIXED, id), gone.at());
      ApprovalStore.addAuthor(handle, id, by.who());
    }
    return count;
  }

  private static FixedReading keep(Handle handle, AnnouncementId id, KeptFix kept, Author by) {
    AuditStore.add(handle, by.did(Deed.READING_FIXED, id).to(kept.fix().spoken()), kept.at());
    ApprovalStore.addAuthor(handle, id, by.who());
    FixedReadingStore.takeBack(
        handle, id, new FixedReadingStore.Place(kept.fix().place(), kept.by(), kept.at()));
    if (FixedReadingStore.of(handle, id).size() >= FixedReadings.MAX) {
      throw new ProblemException(
          new Problem(
              "FIXED_READING_FULL",
              "Notice %s already has %d fixed readings.".formatted(id, FixedReadings.MAX),
              "Put what comes again and again into the commune's dictionary."));
    }
    FixedReadingStore.add(handle, id, kept);
    return kept.fix();
  }

  private static ProblemException nothingFixed(AnnouncementId id, SourceSpan place) {
    return new ProblemException(
        new Problem(
            "FIXED_READING_UNKNOWN",
            "Nothing is fixed at %d to %d of notice %s.".formatted(place.start(), place.end(), id),
            "GET /api/v1/notices/{notice}/script lists what is fixed."));
  }
}
