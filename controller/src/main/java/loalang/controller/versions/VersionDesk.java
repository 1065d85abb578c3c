// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import loalang.announcements.RecordedNotice;
import loalang.announcements.voice.Language;
import loalang.controller.approval.ApprovalStore;
import loalang.controller.approval.Clearance;
import loalang.controller.audit.Act;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.sent.SentSound;
import loalang.controller.storage.StorageDesk;
import loalang.controller.studio.NoticeStore;
import loalang.controller.studio.Productions;
import loalang.controller.studio.Rendered;
import loalang.controller.studio.Spoken;
import loalang.controller.studio.Studio;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jdbi.v3.core.Handle;

/** The door: versions of notices, and which zone hears which. On one event loop. */
public final class VersionDesk {
  /** The most one notice may have: the languages and dialects of a commune are few. */
  public static final int MAX = 20;

  private final Studio studio;
  private final StorageDesk storage;
  private final InstantSource now;

  /** A desk. */
  public VersionDesk(Studio studio, StorageDesk storage, InstantSource now) {
    this.studio = studio;
    this.storage = storage;
    this.now = now;
  }

  /**
   * All about the versions of one notice.
   *
   * @param all by name
   * @param missing which zones hear the notice itself although they are set to a version
   */
  public record Contents(List<LanguageVersion> all, List<Problem> missing) {
    public Contents {
      all = List.copyOf(all);
      missing = List.copyOf(missing);
    }
  }

  /** The versions of a notice; none if there is no such notice. */
  public Future<Contents> of(AnnouncementId notice) {
    return storage.read(
        handle ->
            new Contents(
                VersionStore.of(handle, notice),
                VersionStore.heard(handle, notice).missing(notice)));
  }

  /**
   * Writes a version in place of what had its name; its recording is made by {@link #render}.
   *
   * @return fails with NOTICE_UNKNOWN or VERSIONS_FULL
   */
  public Future<Void> put(AnnouncementId notice, VersionName name, VersionText text, Author by) {
    LanguageVersion version = version(name, text, false, by.who());
    return studio
        .find(notice)
        .compose(
            card ->
                storage.write(
                    handle -> {
                      note(handle, by.did(Deed.VERSION_WRITTEN, object(notice, name)));
                      put(handle, notice, version);
                      ApprovalStore.addAuthor(handle, notice, by.who());
                      return null;
                    }));
  }

  /** Takes a version away; fails with VERSION_UNKNOWN. */
  public Future<Void> remove(AnnouncementId notice, VersionName name, Author by) {
    return storage.write(
        handle -> {
          if (!VersionStore.remove(handle, notice, name)) {
            throw new ProblemException(VersionProblems.unknown(notice, name));
          }
          note(handle, by.did(Deed.VERSION_REMOVED, object(notice, name)));
          clear(handle, notice, by);
          return null;
        });
  }

  /**
   * Makes the recording of a version; whatever goes wrong, it keeps the one it had.
   *
   * @return fails with VERSION_UNKNOWN, VERSION_CHANGED, NOTICE_RECORDED or what the studio says
   */
  public Future<Void> render(AnnouncementId notice, VersionName name, Author by) {
    return find(notice, name)
        .compose(
            version ->
                version.isRecorded()
                    ? Future.failedFuture(
                        new ProblemException(VersionProblems.spokenByAPerson(notice, name)))
                    : studio
                        .take(notice)
                        .compose(taken -> studio.speak(key(notice, name), spoken(taken, version)))
                        .compose(rendered -> store(new Done(notice, version, rendered, by))));
  }

  /**
   * Takes in a version that a person spoke, in place of what had its name.
   *
   * @return fails with NOTICE_UNKNOWN, VERSIONS_FULL or a RECORDED_VOICE code, and then what there
   *     was stays
   */
  public Future<Void> record(
      AnnouncementId notice, LanguageVersion version, SentSound sent, Author by) {
    return studio
        .read(notice)
        .compose(
            about ->
                studio.record(
                    key(notice, version.name()),
                    new RecordedNotice(about.title(), version.text().language(), about.priority()),
                    sent))
        .compose(
            rendered ->
                storage.write(
                    handle -> {
                      put(handle, notice, version);
                      ApprovalStore.addAuthor(handle, notice, by.who());
                      keep(handle, new Done(notice, version, rendered, by));
                      return null;
                    }));
  }

  /** A version of a language that a person spoke just now. */
  public LanguageVersion spokenByAPerson(VersionName name, Language language, String by) {
    VersionText text =
        new VersionText(language, Optional.empty(), Optional.empty(), Optional.empty());
    return version(name, text, true, by);
  }

  /** The sound of a version; fails with VERSION_UNKNOWN or RECORDING_MISSING. */
  public Future<byte[]> listen(AnnouncementId notice, VersionName name) {
    return find(notice, name)
        .map(
            version ->
                version
                    .recording()
                    .orElseThrow(
                        () -> new ProblemException(VersionProblems.notRendered(notice, name))))
        .compose(
            recording ->
                studio.piece(recording.digest(), 0, Math.toIntExact(recording.sizeBytes())));
  }

  /** Which zones hear a version, by name; those that are not here hear the notice itself. */
  public Future<List<ZoneVersion>> zones() {
    return storage.read(VersionStore::zones);
  }

  /** Lets a zone hear a version wherever a notice has it, from the next airing on. */
  public Future<List<ZoneVersion>> set(PagingZone zone, VersionName version, Author by) {
    ZoneVersion wanted = new ZoneVersion(zone, version, by.who(), now.instant());
    return storage.write(
        handle -> {
          note(handle, by.did(Deed.ZONE_VERSION_SET, zone).to(version.value()));
          VersionStore.set(handle, wanted);
          return VersionStore.zones(handle);
        });
  }

  /** Lets a zone hear notices themselves again. */
  public Future<List<ZoneVersion>> letGo(PagingZone zone, Author by) {
    return storage.write(
        handle -> {
          note(handle, by.did(Deed.ZONE_VERSION_SET, zone));
          VersionStore.letGo(handle, zone);
          return VersionStore.zones(handle);
        });
  }

  private Future<LanguageVersion> find(AnnouncementId notice, VersionName name) {
    return storage
        .read(handle -> VersionStore.find(handle, notice, name))
        .map(
            found ->
                found.orElseThrow(
                    () -> new ProblemException(VersionProblems.unknown(notice, name))));
  }

  private static void put(Handle handle, AnnouncementId notice, LanguageVersion version) {
    VersionStore.put(handle, notice, version);
    if (VersionStore.of(handle, notice).size() > MAX) {
      throw new ProblemException(VersionProblems.full(notice));
    }
  }

  private Future<Void> store(Done done) {
    return storage.write(
        handle -> {
          if (!keep(handle, done)) {
            throw new ProblemException(
                VersionProblems.changed(done.notice(), done.version().name()));
          }
          return null;
        });
  }

  /** A rendering of a version that is to be kept. */
  private record Done(
      AnnouncementId notice, LanguageVersion version, Rendered rendered, Author by) {}

  private boolean keep(Handle handle, Done done) {
    if (!VersionStore.render(handle, done.notice(), done.version(), done.rendered())) {
      return false;
    }
    note(
        handle,
        done.by()
            .did(Deed.VERSION_RENDERED, object(done.notice(), done.version().name()))
            .to(done.rendered().recording().digest()));
    clear(handle, done.notice(), done.by());
    return true;
  }

  /** The command line's word holds for a version as it does for a notice. */
  private void clear(Handle handle, AnnouncementId notice, Author by) {
    NoticeStore.find(handle, notice)
        .flatMap(card -> VersionStore.whole(handle, card))
        .ifPresent(whole -> Clearance.waive(handle, whole, by, now.instant()));
  }

  private void note(Handle handle, Act act) {
    AuditStore.add(handle, act, now.instant());
  }

  private static String object(AnnouncementId notice, VersionName name) {
    return notice + "/" + name;
  }

  private LanguageVersion version(
      VersionName name, VersionText text, boolean isRecorded, String by) {
    return new LanguageVersion(
        name,
        text,
        isRecorded,
        Optional.empty(),
        Optional.empty(),
        by,
        now.instant().truncatedTo(ChronoUnit.MILLIS)); // as it is stored
  }

  /** Readings fixed for the notice's own words hold for the same words alone. */
  private static Spoken spoken(Studio.Taken taken, LanguageVersion version) {
    VersionText text = version.text();
    boolean isOwn =
        text.body().isEmpty() && text.language().sameLanguageAs(taken.notice().language());
    return new Spoken(
        text.of(taken.notice()), text.dialect(), isOwn ? taken.fixedReadings() : List.of());
  }

  private static Productions.Key key(AnnouncementId notice, VersionName name) {
    return new Productions.Key(notice, name.value());
  }
}
