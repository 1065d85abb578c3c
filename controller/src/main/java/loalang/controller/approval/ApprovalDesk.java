// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.controller.storage.StorageDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.release.Signature;
import org.jdbi.v3.core.Handle;

/** The door: versions of notices are sent, approved and returned. On one event loop. */
public final class ApprovalDesk {
  private final StorageDesk storage;
  private final Versions versions;
  private final InstantSource now;

  /** What a notice is now. */
  public interface Versions {
    /**
     * The version a notice has; empty without a recording.
     *
     * @throws ProblemException NOTICE_UNKNOWN
     */
    Optional<NoticeVersion> of(Handle handle, AnnouncementId notice);
  }

  /** A desk. */
  public ApprovalDesk(StorageDesk storage, Versions versions, InstantSource now) {
    this.storage = storage;
    this.versions = versions;
    this.now = now;
  }

  /**
   * A notice as an approver sees it.
   *
   * @param version what would be heard
   * @param approval how far it has come
   * @param authors who wrote, mended or sent it, none of whom may approve it
   */
  public record Standing(NoticeVersion version, Approval approval, Set<String> authors) {
    public Standing {
      authors = Set.copyOf(authors);
    }
  }

  /** How a notice stands; fails with NOTICE_UNKNOWN or RECORDING_MISSING. */
  public Future<Standing> of(AnnouncementId notice) {
    return storage.read(handle -> standing(handle, current(handle, notice)));
  }

  /** What waits for an approver, the oldest first. A version that was overtaken waits no longer. */
  public Future<List<Standing>> waiting() {
    return storage.read(
        handle ->
            ApprovalStore.waiting(handle).stream()
                .map(ApprovalStore.Kept::version)
                .filter(v -> versions.of(handle, v.notice()).filter(v::equals).isPresent())
                .map(version -> standing(handle, version))
                .toList());
  }

  /** Sends the current version; fails with APPROVAL_NOT_SENT if it is approved already. */
  public Future<Standing> send(Author by, AnnouncementId notice) {
    return storage.write(
        handle -> {
          NoticeVersion version = current(handle, notice);
          AuditStore.add(handle, by.did(Deed.APPROVAL_SENT, notice).to(version.recording()), now());
          ApprovalStore.addAuthor(handle, notice, by.who());
          Approval sent = ApprovalStore.find(handle, version).sentBy(signature(by));
          ApprovalStore.put(handle, version, sent);
          return standing(handle, version);
        });
  }

  /**
   * Says yes; fails with APPROVAL_VERSION_CHANGED, APPROVAL_NOT_SENT or APPROVAL_SAME_PERSON.
   *
   * @param heard the word of the version the approver heard
   */
  public Future<Standing> approve(Author by, AnnouncementId notice, String heard) {
    return storage.write(
        handle -> {
          NoticeVersion version = heard(handle, notice, heard);
          AuditStore.add(
              handle, by.did(Deed.APPROVAL_APPROVED, notice).to(version.recording()), now());
          Approval.Sent sent = ApprovalStore.find(handle, version).undecided();
          Set<String> authors = ApprovalStore.authors(handle, notice);
          ApprovalStore.put(handle, version, sent.approvedBy(signature(by), authors));
          return standing(handle, version);
        });
  }

  /** Says no, and why; fails as {@link #approve} does. */
  public Future<Standing> giveBack(Author by, AnnouncementId notice, String heard, String reason) {
    return storage.write(
        handle -> {
          NoticeVersion version = heard(handle, notice, heard);
          AuditStore.add(
              handle,
              by.did(Deed.APPROVAL_RETURNED, notice).to(version.recording()).saying(reason),
              now());
          Approval.Sent sent = ApprovalStore.find(handle, version).undecided();
          Set<String> authors = ApprovalStore.authors(handle, notice);
          ApprovalStore.put(handle, version, sent.returnedBy(signature(by), authors, reason));
          return standing(handle, version);
        });
  }

  /** Passes if the current version may be aired by this person; else fails with why not. */
  public Future<Void> clear(Author by, AnnouncementId notice) {
    return storage.write(
        handle -> {
          NoticeVersion version = current(handle, notice);
          Clearance.waive(handle, version, by, now());
          Clearance.refusal(handle, version)
              .ifPresent(
                  why -> {
                    throw new ProblemException(why);
                  });
          return null;
        });
  }

  private Standing standing(Handle handle, NoticeVersion version) {
    return new Standing(
        version,
        ApprovalStore.find(handle, version),
        ApprovalStore.authors(handle, version.notice()));
  }

  private NoticeVersion heard(Handle handle, AnnouncementId notice, String word) {
    NoticeVersion version = current(handle, notice);
    if (!version.word().equals(word)) {
      throw new ProblemException(
          new Problem(
              "APPROVAL_VERSION_CHANGED",
              "Notice %s was changed or rendered anew since it was heard.".formatted(notice),
              "Load it again, listen, and decide then."));
    }
    return version;
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
                        "Render it first: what is approved is what is heard.")));
  }

  private Signature signature(Author by) {
    return new Signature(by.who(), now());
  }

  private Instant now() {
    return now.instant().truncatedTo(ChronoUnit.MILLIS); // as it is stored
  }
}
