// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.script.SourceSpan;
import loalang.announcements.voice.VoiceId;
import loalang.controller.approval.ApprovalStore;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.reading.FixedReading;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** A door: notices that are typed, found by words, and changed. On one event loop. */
public final class TextDesk {
  private final Studio studio;
  private final StorageDesk storage;
  private final InstantSource now;

  /** A desk. */
  public TextDesk(Studio studio, StorageDesk storage, InstantSource now) {
    this.studio = studio;
    this.storage = storage;
    this.now = now;
  }

  /**
   * Who changes a text, and which he saw.
   *
   * @param by who
   * @param seen how many texts the notice had then; 0 if it was never changed
   */
  public record Change(Author by, int seen) {}

  /** Takes a typed notice in; fails with NOTICE_EMPTY or NOTICE_TOO_LARGE. */
  public Future<NoticeCard> write(Written written, Author by) {
    return storage
        .run(() -> NoticeText.source(NoticeText.of(written)))
        .compose(source -> studio.create(source, Optional.empty(), by));
  }

  /** The newest notices in which all these words stand, with or without their marks. */
  public Future<List<NoticeCard>> find(String words, int limit) {
    return storage.read(handle -> NoticeStore.holding(handle, new SoughtWords(words), limit));
  }

  /** Every text of a notice, the newest last; empty if it was never changed. */
  public Future<List<EarlierText>> history(AnnouncementId id) {
    return storage.read(handle -> NoticeTextStore.of(handle, id));
  }

  /** What a text says, without what stands before it for programs. */
  public static String bodyOf(EarlierText text) {
    return NoticeFile.read(text.source()).body();
  }

  /**
   * Changes a notice. It has no recording then until it is rendered; readings that were fixed for
   * it stay where the text stays. A text that is as it was changes nothing.
   *
   * @return fails with NOTICE_UNKNOWN, NOTICE_EMPTY, NOTICE_TOO_LARGE or NOTICE_CHANGED
   */
  public Future<NoticeCard> rewrite(AnnouncementId id, Written written, Change change) {
    return studio
        .take(id)
        .compose(
            taken ->
                storage.write(
                    handle -> {
                      rewrite(handle, taken, NoticeText.changed(taken.notice(), written), change);
                      return id;
                    }))
        .compose(studio::find);
  }

  /**
   * Lets another voice speak a notice; it has no recording then until it is rendered. The same
   * voice changes nothing.
   *
   * @param voice who shall speak; empty for the station's
   * @return fails as {@link #rewrite} does
   */
  public Future<NoticeCard> speakBy(AnnouncementId id, Optional<VoiceId> voice, Change change) {
    return studio
        .take(id)
        .compose(
            taken ->
                storage.write(
                    handle -> {
                      rewrite(handle, taken, spoken(taken.notice(), voice), change);
                      return id;
                    }))
        .compose(studio::find);
  }

  private static Notice spoken(Notice notice, Optional<VoiceId> voice) {
    return new Notice(
        notice.title(),
        notice.language(),
        voice.orElse(null),
        notice.priority(),
        notice.zones(),
        notice.body());
  }

  private void rewrite(Handle handle, Studio.Taken taken, Notice notice, Change change) {
    if (notice.equals(taken.notice())) {
      return;
    }
    String source = NoticeText.source(notice);
    NoticeFile.read(source); // or it is too large
    NoticeCard card = taken.card();
    List<EarlierText> texts = NoticeTextStore.of(handle, card.id());
    if (texts.size() != change.seen()) {
      throw new ProblemException(changed(card.id(), texts.get(texts.size() - 1)));
    }
    if (texts.isEmpty()) {
      NoticeTextStore.add(
          handle, card.id(), new EarlierText(1, card.title(), card.source(), "", card.created()));
    }
    EarlierText fresh =
        new EarlierText(
            Math.max(2, texts.size() + 1),
            notice.title(),
            source,
            change.by().who(),
            now.instant());
    AuditStore.add(
        handle,
        change.by().did(Deed.NOTICE_CHANGED, card.id()).from(card.source()).to(source),
        now.instant());
    ApprovalStore.addAuthor(handle, card.id(), change.by().who());
    NoticeTextStore.add(handle, card.id(), fresh);
    NoticeTextStore.putInForce(handle, card.id(), fresh);
    move(handle, taken, MovedPlace.between(taken.notice().body(), notice.body()), fresh);
  }

  private static void move(Handle handle, Studio.Taken taken, MovedPlace moved, EarlierText fresh) {
    AnnouncementId id = taken.card().id();
    for (KeptFix kept : taken.fixes()) {
      FixedReadingStore.takeBack(
          handle, id, new FixedReadingStore.Place(kept.fix().place(), fresh.by(), fresh.at()));
    }
    for (KeptFix kept : taken.fixes()) {
      FixedReading fix = kept.fix();
      Optional<SourceSpan> place = moved.of(fix.place());
      place.ifPresent(
          where ->
              FixedReadingStore.add(
                  handle,
                  id,
                  new KeptFix(
                      new FixedReading(where, fix.written(), fix.spoken()), kept.by(), kept.at())));
    }
  }

  private static Problem changed(AnnouncementId id, EarlierText newest) {
    return new Problem(
        "NOTICE_CHANGED",
        "Notice %s was changed by %s at %s.".formatted(id, newest.by(), newest.at()),
        "Look at the notice again and change it anew.");
  }
}
