// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.time.Instant;
import java.util.Optional;
import loalang.controller.audit.AuditStore;
import loalang.controller.audit.Author;
import loalang.controller.audit.Deed;
import loalang.protocol.Problem;
import loalang.schedules.release.Signature;
import org.jdbi.v3.core.Handle;

/**
 * The door for whoever airs: whether a version may sound. Asked when an airing is wished for and
 * again when it is due, because both may have changed meanwhile. Blocking, in a transaction.
 */
public final class Clearance {
  private Clearance() {}

  /** Why this version may not be aired; empty if it may. */
  public static Optional<Problem> refusal(Handle handle, NoticeVersion version) {
    if (!SettingStore.find(handle).approvalNeeded()) {
      return Optional.empty();
    }
    Approval approval = ApprovalStore.find(handle, version);
    return approval.isClear()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "APPROVAL_NEEDED",
                "This version of notice %s is %s.".formatted(version.notice(), approval.word()),
                "Send it for approval; another person with the role approver approves it."));
  }

  /**
   * The owner of the machine lets a version out by the command line: written down as approved by
   * nobody. Anybody else, and a version that is clear already, changes nothing.
   */
  public static void waive(Handle handle, NoticeVersion version, Author by, Instant now) {
    if (!by.who().equals(Author.COMMAND_LINE) || ApprovalStore.find(handle, version).isClear()) {
      return;
    }
    AuditStore.add(
        handle,
        by.did(Deed.APPROVAL_WAIVED, version.notice())
            .to(version.recording())
            .saying("nobody approved it"),
        now);
    ApprovalStore.put(handle, version, new Approval.Waived(new Signature(by.who(), now)));
  }
}
