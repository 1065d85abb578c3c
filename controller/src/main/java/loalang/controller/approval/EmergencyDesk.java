// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import loalang.controller.approval.ApprovalDesk.Versions;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.live.Change;
import loalang.controller.live.LiveFeed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.release.Signature;
import org.jdbi.v3.core.Handle;

/** A door: one person asks for an emergency, another lets it out. On one event loop. */
public final class EmergencyDesk {
  private final StorageDesk storage;
  private final Versions versions;
  private final LiveFeed feed;
  private final InstantSource now;

  /** A desk. */
  public EmergencyDesk(StorageDesk storage, Versions versions, LiveFeed feed, InstantSource now) {
    this.storage = storage;
    this.versions = versions;
    this.feed = feed;
    this.now = now;
  }

  /**
   * What became of something that was asked for.
   *
   * @param wish as it was asked for
   * @param isOpen whether nobody released or withdrew it
   * @param people who let it out; empty if nobody did
   */
  public record Standing(Emergency wish, boolean isOpen, Optional<TwoPeople> people) {
    /** True if a second person can still release it. */
    public boolean isWaiting(Instant now) {
      return isOpen && now.isBefore(wish.expires());
    }
  }

  /** What became of an emergency; fails with EMERGENCY_UNKNOWN. */
  public Future<Standing> of(AiringId airing) {
    return storage.read(
        handle -> {
          EmergencyStore.Kept kept =
              EmergencyStore.ever(handle, airing).orElseThrow(() -> unknown(airing));
          return new Standing(kept.wish(), kept.isOpen(), TwoPeopleStore.find(handle, airing));
        });
  }

  /** Whether somebody else must release what this person asks for. */
  public Future<Boolean> isSecondPersonNeeded(Author by) {
    return by.who().equals(Author.COMMAND_LINE)
        ? Future.succeededFuture(false) // the owner of the machine; the log says that it was alone
        : storage.read(handle -> SettingStore.find(handle).emergencyNeedsTwo());
  }

  /** Asks; fails with NOTICE_UNKNOWN or RECORDING_MISSING. */
  public Future<Emergency> ask(Author by, AnnouncementId notice, Set<PagingZone> zones) {
    return storage
        .write(
            handle -> {
              NoticeVersion version = current(handle, notice);
              Emergency wish =
                  new Emergency(
                      new AiringId("khan-" + UUID.randomUUID()),
                      notice,
                      version.recording(),
                      zones,
                      signature(by));
              AuditStore.add(
                  handle,
                  by.did(Deed.EMERGENCY_ASKED, wish.airing())
                      .to(version.recording())
                      .saying(notice + " " + zones),
                  now());
              EmergencyStore.add(handle, wish);
              return wish;
            })
        .onSuccess(wish -> changed(wish.airing()));
  }

  /** What waits for a second person, the oldest first. */
  public Future<List<Emergency>> waiting() {
    Instant after = now().minus(Emergency.LIFE);
    return storage.read(handle -> EmergencyStore.open(handle, after));
  }

  /**
   * Releases; nothing is heard yet, {@link TwoPeopleStore} knows both. The version counts as
   * approved. Fails with EMERGENCY_UNKNOWN, EMERGENCY_EXPIRED, RELEASE_SAME_PERSON,
   * APPROVAL_VERSION_CHANGED or what the caller refuses.
   *
   * @param mayIn why this person may not release in these zones
   */
  public Future<Emergency> release(
      Author by, AiringId airing, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return storage.write(
        handle -> {
          Emergency wish = find(handle, airing);
          Signature second = signature(by);
          mayIn.apply(wish.zones()).or(() -> wish.refusal(second)).ifPresent(EmergencyDesk::refuse);
          NoticeVersion version = current(handle, wish.notice());
          if (!version.recording().equals(wish.recording())) {
            refuse(changed(wish));
          }
          AuditStore.add(
              handle, by.did(Deed.EMERGENCY_RELEASED, airing).to(wish.recording()), now());
          TwoPeopleStore.add(handle, airing, new TwoPeople(wish.asked(), second));
          ApprovalStore.put(handle, version, new Approval.Approved(wish.asked(), second));
          return wish;
        });
  }

  /** It is aired and waits no longer. Until then a release that was cut short can be repeated. */
  public Future<Void> close(AiringId airing) {
    return storage.write(
        handle -> {
          EmergencyStore.end(handle, airing, now());
          return null;
        });
  }

  /** Takes it back; fails with EMERGENCY_UNKNOWN or what the caller refuses. */
  public Future<Emergency> withdraw(
      Author by, AiringId airing, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return storage
        .write(
            handle -> {
              Emergency wish = find(handle, airing);
              mayIn.apply(wish.zones()).ifPresent(EmergencyDesk::refuse);
              AuditStore.add(handle, by.did(Deed.EMERGENCY_WITHDRAWN, airing), now());
              EmergencyStore.end(handle, airing, now());
              return wish;
            })
        .onSuccess(wish -> changed(airing));
  }

  private static Emergency find(Handle handle, AiringId airing) {
    return EmergencyStore.find(handle, airing).orElseThrow(() -> unknown(airing));
  }

  private void changed(AiringId airing) {
    feed.tell(new Change.OfAiring(airing));
  }

  private static ProblemException unknown(AiringId airing) {
    return new ProblemException(
        new Problem(
            "EMERGENCY_UNKNOWN",
            "No emergency \"%s\" waits for a second person.".formatted(airing),
            "GET /api/v1/emergencies lists what waits."));
  }

  private NoticeVersion current(Handle handle, AnnouncementId notice) {
    return versions
        .of(handle, notice)
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        "RECORDING_MISSING",
                        "Notice %s has no recording.".formatted(notice),
                        "Render it first: POST /api/v1/notices/{notice}/recording.")));
  }

  private static Problem changed(Emergency wish) {
    return new Problem(
        "APPROVAL_VERSION_CHANGED",
        "Notice %s was rendered anew since the emergency was asked for.".formatted(wish.notice()),
        "Withdraw it, listen, and ask again.");
  }

  private static void refuse(Problem why) {
    throw new ProblemException(why);
  }

  private Signature signature(Author by) {
    return new Signature(by.who(), now());
  }

  private Instant now() {
    return now.instant().truncatedTo(ChronoUnit.MILLIS); // as it is stored
  }
}
