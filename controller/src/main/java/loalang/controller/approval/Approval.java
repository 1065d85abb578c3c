// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.util.Optional;
import java.util.Set;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import loalang.schedules.release.Signature;

/** How far a version of a notice has come. Each state has its legal exits only. */
public sealed interface Approval {

  /** As it is stored and shown. */
  String word();

  /** True if this version may be aired where the office asks for approval. */
  default boolean isClear() {
    return false;
  }

  /** Somebody sends it for approval; fails with APPROVAL_NOT_SENT where that makes no sense. */
  default Sent sentBy(Signature author) {
    throw new ProblemException(
        new Problem(
            "APPROVAL_NOT_SENT",
            "This version is %s already.".formatted(word()),
            "Nothing needs to be done; a changed notice is another version."));
  }

  /** The version as an approver needs it; fails with APPROVAL_NOT_SENT in any other state. */
  default Sent undecided() {
    throw new ProblemException(
        new Problem(
            "APPROVAL_NOT_SENT",
            "This version is %s, not sent for approval.".formatted(word()),
            "Send it for approval first."));
  }

  /** Nobody has asked anybody. */
  record Draft() implements Approval {
    @Override
    public String word() {
      return "draft";
    }

    @Override
    public Sent sentBy(Signature author) {
      return new Sent(author);
    }
  }

  /** It waits for an approver. */
  record Sent(Signature by) implements Approval {
    @Override
    public String word() {
      return "sent";
    }

    @Override
    public Sent undecided() {
      return this;
    }

    /** Why this person may not decide; empty if they may. */
    public Optional<Problem> refusal(Signature approver, Set<String> authors) {
      boolean isAuthor = authors.contains(approver.name()) || approver.isOfSamePersonAs(by);
      return isAuthor
          ? Optional.of(
              new Problem(
                  "APPROVAL_SAME_PERSON",
                  "\"%s\" wrote, mended or sent this notice.".formatted(approver.name()),
                  "Let another approver decide."))
          : Optional.empty();
    }

    /** An approver says yes; fails with APPROVAL_SAME_PERSON. */
    public Approved approvedBy(Signature approver, Set<String> authors) {
      check(approver, authors);
      return new Approved(by, approver);
    }

    /** An approver says no, and why; fails with APPROVAL_SAME_PERSON. */
    public Returned returnedBy(Signature approver, Set<String> authors, String reason) {
      check(approver, authors);
      return new Returned(by, approver, reason);
    }

    private void check(Signature approver, Set<String> authors) {
      refusal(approver, authors)
          .ifPresent(
              why -> {
                throw new ProblemException(why);
              });
    }
  }

  /** An approver said yes. It stays so: another version is another matter. */
  record Approved(Signature sent, Signature by) implements Approval {
    @Override
    public String word() {
      return "approved";
    }

    @Override
    public boolean isClear() {
      return true;
    }
  }

  /** An approver said no; the same version may be sent again. */
  record Returned(Signature sent, Signature by, String reason) implements Approval {
    @Override
    public String word() {
      return "returned";
    }

    @Override
    public Sent sentBy(Signature author) {
      return new Sent(author);
    }
  }

  /** The owner of the machine aired it; nobody approved it, and that is written down. */
  record Waived(Signature by) implements Approval {
    @Override
    public String word() {
      return "waived";
    }

    @Override
    public boolean isClear() {
      return true;
    }

    @Override
    public Sent sentBy(Signature author) {
      return new Sent(author);
    }
  }
}
