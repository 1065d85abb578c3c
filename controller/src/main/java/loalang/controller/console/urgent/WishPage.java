// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import java.time.Instant;
import java.util.Optional;
import loalang.controller.approval.EmergencyDesk;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;

/**
 * What becomes of an emergency.
 *
 * @param standing as it was asked for, and who let it out
 * @param card of the notice
 * @param text what it says
 * @param course how far it has come; empty until it is let out
 * @param view of whoever looks
 */
public record WishPage(
    EmergencyDesk.Standing standing,
    NoticeCard card,
    String text,
    Optional<Course> course,
    View view) {

  /**
   * How somebody sees it.
   *
   * @param now the present instant
   * @param cannotRelease why they may not release it; empty if they may
   * @param cannotWithdraw why they may not take it back; empty if they may
   */
  public record View(
      Instant now, Optional<Problem> cannotRelease, Optional<Problem> cannotWithdraw) {}

  /** How far it has come. */
  public enum Stage {
    /** A second person can release it. */
    WAITING,
    /** Nobody released it in time. */
    EXPIRED,
    /** Somebody took it back. */
    WITHDRAWN,
    /** It is let out; loudspeakers sound or have told. */
    AIRED
  }

  /** How far it has come. */
  public Stage stage() {
    if (course.isPresent() || standing.people().isPresent()) {
      return Stage.AIRED;
    }
    if (!standing.isOpen()) {
      return Stage.WITHDRAWN;
    }
    return standing.isWaiting(view.now()) ? Stage.WAITING : Stage.EXPIRED;
  }
}
