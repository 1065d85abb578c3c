// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Future;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.Production;
import loalang.controller.approval.ApprovalStore;
import loalang.controller.approval.Clearance;
import loalang.controller.approval.NoticeVersion;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.queue.WorkQueue;
import loalang.controller.reading.Edition;
import loalang.controller.reading.FixedReading;
import loalang.controller.reading.NoticeReading;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeStore.Rendered;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.protocol.RecordingRef;

/** The door: takes notices, renders them, gives their recordings. On one event loop. */
public final class Studio {
  private final StorageDesk storage;
  private final WorkQueue speech;
  private final Supplier<Edition> dictionary;
  private final NoticeProduction production;
  private final RecordingShelf shelf;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();

  /**
   * What a studio works with.
   *
   * @param speech where it renders
   * @param dictionary what is in force when a rendering begins
   * @param production makes sound of a script
   * @param shelf keeps it
   */
  public record Tools(
      WorkQueue speech,
      Supplier<Edition> dictionary,
      NoticeProduction production,
      RecordingShelf shelf) {}

  /**
   * A notice with all that decides how it is read.
   *
   * @param card as it is kept
   * @param notice what it says
   * @param fixes readings fixed for it
   */
  record Taken(NoticeCard card, Notice notice, List<KeptFix> fixes) {
    Taken {
      fixes = List.copyOf(fixes);
    }

    List<FixedReading> fixedReadings() {
      return fixes.stream().map(KeptFix::fix).toList();
    }
  }

  /**
   * A notice to be kept whose text has no front matter.
   *
   * @param title for lists
   * @param body plain text, said as it stands
   */
  public record Plain(String title, String body) {}

  /** A studio. */
  public Studio(StorageDesk storage, Tools tools, InstantSource now) {
    this.storage = storage;
    this.speech = tools.speech();
    this.dictionary = tools.dictionary();
    this.production = tools.production();
    this.shelf = tools.shelf();
    this.now = now;
  }

  /**
   * Takes a notice in.
   *
   * @param source plain text, or Markdown with front matter
   * @param wanted the name it shall have; empty makes one from its title
   * @param by whose words they are
   */
  public Future<NoticeCard> create(String source, Optional<AnnouncementId> wanted, Author by) {
    return storage
        .run(() -> NoticeFile.read(source))
        .compose(read -> keepAll(List.of(card(read, source, wanted)), by))
        .map(cards -> cards.get(0));
  }

  /** Takes several notices in, all or none. */
  public Future<List<NoticeCard>> createAll(List<Plain> notices, Author by) {
    return storage
        .run(() -> notices.stream().map(this::card).toList())
        .compose(cards -> keepAll(cards, by));
  }

  /** The newest notices, at most so many. */
  public Future<List<NoticeCard>> newest(int limit) {
    return storage.read(handle -> NoticeStore.newest(handle, limit));
  }

  /** The notice with this name; fails with NOTICE_UNKNOWN. */
  public Future<NoticeCard> find(AnnouncementId id) {
    return storage.read(handle -> NoticeStore.find(handle, id)).compose(card -> known(id, card));
  }

  /** What a notice with this name says about itself; fails with NOTICE_UNKNOWN. */
  public Future<Notice> read(AnnouncementId id) {
    return take(id).map(Taken::notice);
  }

  /** A notice with all that decides how it is read; fails with NOTICE_UNKNOWN. */
  Future<Taken> take(AnnouncementId id) {
    return find(id)
        .compose(
            card ->
                storage.read(
                    handle -> new Taken(card, noticeOf(card), FixedReadingStore.of(handle, id))));
  }

  /** Renders a notice anew. */
  public Future<NoticeCard> render(AnnouncementId id, Author by) {
    return take(id)
        .compose(
            taken ->
                speech
                    .run(() -> produce(taken))
                    .compose(rendered -> keep(taken.card(), rendered, by)))
        .compose(this::find);
  }

  private Future<AnnouncementId> keep(NoticeCard card, Rendered rendered, Author by) {
    Digest recording = rendered.recording().digest();
    NoticeVersion version = NoticeVersion.of(card.id(), card.source(), recording);
    return storage.write(
        handle -> {
          AuditStore.add(
              handle, by.did(Deed.NOTICE_RENDERED, card.id()).to(recording), now.instant());
          NoticeStore.render(handle, card.id(), rendered);
          Clearance.waive(handle, version, by, now.instant());
          return card.id();
        });
  }

  /** The sound of a notice, whole; fails with RECORDING_MISSING if it was never rendered. */
  public Future<byte[]> listen(AnnouncementId id) {
    return find(id).compose(Studio::recordingOf).compose(this::bytesOf);
  }

  /** The recording of a notice; fails with RECORDING_MISSING. */
  public static Future<RecordingRef> recordingOf(NoticeCard card) {
    return card.recording()
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new ProblemException(notRendered(card.id()))));
  }

  /** Why a notice that was never rendered cannot be heard. */
  public static Problem notRendered(AnnouncementId id) {
    return new Problem(
        "RECORDING_MISSING",
        "Notice %s has no recording.".formatted(id),
        "Render it first: POST /api/v1/notices/%s/recording.".formatted(id));
  }

  /** The size of a recording that is on the shelf; empty if there is none. */
  public Future<Optional<Long>> sizeOf(Digest digest) {
    return storage.read(handle -> NoticeStore.sizeOf(handle, digest));
  }

  /** A piece of a recording. */
  public Future<byte[]> piece(Digest digest, long offset, int length) {
    return storage.run(() -> shelf.read(digest, offset, length));
  }

  private Future<byte[]> bytesOf(RecordingRef recording) {
    return piece(recording.digest(), 0, Math.toIntExact(recording.sizeBytes()));
  }

  private NoticeCard card(Notice notice, String source, Optional<AnnouncementId> wanted) {
    return new NoticeCard(
        wanted.orElseGet(() -> NoticeNames.nameFor(notice.title(), random)),
        notice.title(),
        source,
        now.instant(),
        Optional.empty(),
        Optional.empty());
  }

  private Future<List<NoticeCard>> keepAll(List<NoticeCard> cards, Author by) {
    return storage.write(
        handle -> {
          for (NoticeCard card : cards) {
            AuditStore.add(
                handle, by.did(Deed.NOTICE_MADE, card.id()).to(card.source()), now.instant());
            if (!NoticeStore.add(handle, card)) {
              throw taken(card);
            }
            ApprovalStore.addAuthor(handle, card.id(), by.who());
          }
          return cards;
        });
  }

  private NoticeCard card(Plain plain) {
    // What begins like front matter is none here: its first line is blank.
    String source = plain.body().startsWith("---") ? "\n" + plain.body() : plain.body();
    return card(titled(NoticeFile.read(source), plain.title()), source, Optional.empty());
  }

  private static Notice noticeOf(NoticeCard card) {
    return titled(NoticeFile.read(card.source()), card.title());
  }

  private static Notice titled(Notice notice, String title) {
    return new Notice(
        title, notice.language(), notice.voice(), notice.priority(), notice.zones(), notice.body());
  }

  private Rendered produce(Taken taken) {
    Notice notice = taken.notice();
    NoticeReading reading = NoticeReading.of(notice, dictionary.get(), taken.fixedReadings());
    Production made = production.produce(notice, reading.script());
    RecordingRef recording = made.recording().ref();
    try {
      shelf.put(recording.digest(), made.recording().oggOpus());
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "RECORDING_NOT_STORED",
              "The recording of \"%s\" cannot be written: %s."
                  .formatted(notice.title(), e.getMessage()),
              "Make room on the disk of the data directory and render again."),
          e);
    }
    return new Rendered(
        recording, ProductionText.of(notice, reading, made.report()), now.instant());
  }

  private static ProblemException taken(NoticeCard card) {
    return new ProblemException(
        new Problem(
            "NOTICE_ID_TAKEN",
            "There already is a notice %s.".formatted(card.id()),
            "Give it another id, or none."));
  }

  private static Future<NoticeCard> known(AnnouncementId id, Optional<NoticeCard> card) {
    return card.map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new ProblemException(unknown(id))));
  }

  /** Why nothing can be said about a notice. */
  public static Problem unknown(AnnouncementId id) {
    return new Problem(
        "NOTICE_UNKNOWN",
        "There is no notice %s.".formatted(id),
        "GET /api/v1/notices lists those there are.");
  }
}
