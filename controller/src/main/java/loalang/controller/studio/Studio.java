// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loalang.announcements.Notice;
import loalang.announcements.NoticeFile;
import loalang.announcements.RecordedNotice;
import loalang.controller.approval.ApprovalStore;
import loalang.controller.approval.Clearance;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.reading.Edition;
import loalang.controller.reading.FixedReading;
import loalang.controller.sent.SentSound;
import loalang.controller.station.KeptSettings;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.ProblemException;
import loalang.protocol.RecordingRef;
import org.jdbi.v3.core.Handle;

/** The door: takes notices, renders them, gives their recordings. On one event loop. */
public final class Studio {
  /** What the notice itself is called among its versions. */
  public static final String PLAIN = "plain";

  private final StorageDesk storage;
  private final Productions productions;
  private final SoundMaker maker;
  private final WholeNotice whole;
  private final InstantSource now;
  private final SecureRandom random = new SecureRandom();

  /**
   * What a studio works with.
   *
   * @param productions where it renders
   * @param dictionary what is in force when a rendering begins
   * @param station the settings in force when a rendering begins
   * @param production makes sound of a script
   * @param shelf keeps it
   * @param whole what an approver answers for
   */
  public record Tools(
      Productions productions,
      Supplier<Edition> dictionary,
      Supplier<KeptSettings> station,
      NoticeProduction production,
      RecordingShelf shelf,
      WholeNotice whole) {}

  /**
   * A notice with all that decides how it is read.
   *
   * @param card as it is kept
   * @param notice what it says
   * @param fixes readings fixed for it
   */
  public record Taken(NoticeCard card, Notice notice, List<KeptFix> fixes) {
    public Taken {
      fixes = List.copyOf(fixes);
    }

    /** The readings alone. */
    public List<FixedReading> fixedReadings() {
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

  /**
   * A notice with the name it shall have.
   *
   * @param notice what it says
   * @param wanted its name; empty makes one from its title
   */
  public record Named(Notice notice, Optional<AnnouncementId> wanted) {}

  /** A studio. */
  public Studio(StorageDesk storage, Tools tools, InstantSource now) {
    this.storage = storage;
    this.productions = tools.productions();
    this.whole = tools.whole();
    this.maker =
        new SoundMaker(tools.production(), tools.shelf(), tools.dictionary(), tools.station(), now);
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
        .compose(read -> keepAll(List.of(card(read, source, false, wanted)), by))
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

  /** What people call a notice; its name if nobody wrote it. */
  public Future<String> titleOf(AnnouncementId id) {
    return storage.read(
        handle -> NoticeStore.find(handle, id).map(NoticeCard::title).orElse(id.value()));
  }

  /** A notice with all that decides how it is read; fails with NOTICE_UNKNOWN. */
  public Future<Taken> take(AnnouncementId id) {
    return find(id)
        .compose(
            card ->
                storage.read(
                    handle -> new Taken(card, noticeOf(card), FixedReadingStore.of(handle, id))));
  }

  /**
   * Renders a notice anew; whatever goes wrong, it keeps the recording it had.
   *
   * @return fails with NOTICE_RECORDED if a person spoke it
   */
  public Future<NoticeCard> render(AnnouncementId id, Author by) {
    return take(id)
        .compose(
            taken ->
                taken.card().isRecorded()
                    ? Future.failedFuture(new ProblemException(NoticeProblems.spokenByAPerson(id)))
                    : speak(
                        new Productions.Key(id, PLAIN),
                        new Spoken(taken.notice(), Optional.empty(), taken.fixedReadings())))
        .compose(rendered -> store(handle -> keep(handle, id, rendered, by)))
        .compose(stored -> find(id));
  }

  /** Makes a recording of a text; it is on the shelf and belongs to nothing yet. */
  public Future<Rendered> speak(Productions.Key key, Spoken spoken) {
    return productions.run(key, reins -> maker.speak(spoken, reins));
  }

  /** Makes a recording of what a person said; it is on the shelf and belongs to nothing yet. */
  public Future<Rendered> record(Productions.Key key, RecordedNotice about, SentSound sent) {
    return productions.run(key, reins -> maker.record(about, sent, reins));
  }

  /**
   * Takes in a notice that a person spoke.
   *
   * @param named what it is about; its body is a note and never read aloud
   * @param sent the sound
   * @param by who sent it
   * @return fails with a RECORDED_VOICE code, and then nothing is kept
   */
  public Future<NoticeCard> createRecorded(Named named, SentSound sent, Author by) {
    Notice notice = named.notice();
    NoticeCard card = card(notice, NoticeSource.of(notice), true, named.wanted());
    RecordedNotice about = new RecordedNotice(notice.title(), notice.language(), notice.priority());
    return record(new Productions.Key(card.id(), PLAIN), about, sent)
        .compose(
            rendered ->
                store(
                    handle -> {
                      add(handle, card, by);
                      keep(handle, card.id(), rendered, by);
                    }))
        .compose(stored -> find(card.id()));
  }

  private void keep(Handle handle, AnnouncementId id, Rendered rendered, Author by) {
    AuditStore.add(
        handle, by.did(Deed.NOTICE_RENDERED, id).to(rendered.recording().digest()), now.instant());
    NoticeStore.render(handle, id, rendered);
    NoticeStore.find(handle, id)
        .flatMap(card -> whole.of(handle, card))
        .ifPresent(version -> Clearance.waive(handle, version, by, now.instant()));
  }

  /** The sound of a notice, whole; fails with RECORDING_MISSING if it was never rendered. */
  public Future<byte[]> listen(AnnouncementId id) {
    return find(id).compose(Studio::recordingOf).compose(this::bytesOf);
  }

  /** The recording of a notice; fails with RECORDING_MISSING. */
  public static Future<RecordingRef> recordingOf(NoticeCard card) {
    return card.recording()
        .map(Future::succeededFuture)
        .orElseGet(
            () -> Future.failedFuture(new ProblemException(NoticeProblems.notRendered(card.id()))));
  }

  /** The size of a recording that is on the shelf; empty if there is none. */
  public Future<Optional<Long>> sizeOf(Digest digest) {
    return storage.read(handle -> NoticeStore.sizeOf(handle, digest));
  }

  /** A piece of a recording. */
  public Future<byte[]> piece(Digest digest, long offset, int length) {
    return storage.run(() -> maker.shelf().read(digest, offset, length));
  }

  private Future<byte[]> bytesOf(RecordingRef recording) {
    return piece(recording.digest(), 0, Math.toIntExact(recording.sizeBytes()));
  }

  private NoticeCard card(
      Notice notice, String source, boolean isRecorded, Optional<AnnouncementId> wanted) {
    return new NoticeCard(
        wanted.orElseGet(() -> NoticeNames.nameFor(notice.title(), random)),
        notice.title(),
        source,
        isRecorded,
        now.instant(),
        Optional.empty(),
        Optional.empty());
  }

  private Future<Void> store(Consumer<Handle> change) {
    return storage.write(
        handle -> {
          change.accept(handle);
          return null;
        });
  }

  private Future<List<NoticeCard>> keepAll(List<NoticeCard> cards, Author by) {
    return storage.write(
        handle -> {
          cards.forEach(card -> add(handle, card, by));
          return cards;
        });
  }

  private void add(Handle handle, NoticeCard card, Author by) {
    AuditStore.add(handle, by.did(Deed.NOTICE_MADE, card.id()).to(card.source()), now.instant());
    if (!NoticeStore.add(handle, card)) {
      throw NoticeProblems.taken(card);
    }
    ApprovalStore.addAuthor(handle, card.id(), by.who());
  }

  private NoticeCard card(Plain plain) {
    // What begins like front matter is none here: its first line is blank.
    String source = plain.body().startsWith("---") ? "\n" + plain.body() : plain.body();
    return card(titled(NoticeFile.read(source), plain.title()), source, false, Optional.empty());
  }

  /** What a notice says about itself. */
  public static Notice noticeOf(NoticeCard card) {
    return titled(NoticeFile.read(card.source()), card.title());
  }

  private static Notice titled(Notice notice, String title) {
    return new Notice(
        title, notice.language(), notice.voice(), notice.priority(), notice.zones(), notice.body());
  }

  private static Future<NoticeCard> known(AnnouncementId id, Optional<NoticeCard> card) {
    return card.map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(new ProblemException(NoticeProblems.unknown(id))));
  }
}
