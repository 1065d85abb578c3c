// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.approvals;

import java.util.List;
import loalang.controller.approval.ApprovalDesk;
import loalang.controller.approval.Emergency;
import loalang.controller.console.frame.HeldWish;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Studio;

/**
 * What waits.
 *
 * @param notices sent for approval, the oldest first
 * @param held airings that a second person may let through
 * @param emergencies that a second person may let out
 */
public record ApprovalsPage(List<Item> notices, List<HeldWish> held, List<Emergency> emergencies) {
  public ApprovalsPage {
    emergencies = List.copyOf(emergencies);
    notices = List.copyOf(notices);
    held = List.copyOf(held);
  }

  /**
   * A notice as an approver needs it.
   *
   * @param standing which version waits, and who had a hand in it
   * @param card what it says
   */
  public record Item(ApprovalDesk.Standing standing, NoticeCard card) {
    /** What it says, as it was written. */
    public String text() {
      return Studio.noticeOf(card).body();
    }

    /** True if this person had a hand in it and may not approve it. */
    public boolean isOwn(String account) {
      return standing.authors().contains(account);
    }
  }
}
