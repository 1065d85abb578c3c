// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** Why something cannot be done with a notice. Pure. */
public final class NoticeProblems {
  private NoticeProblems() {}

  /** Why a notice that was never rendered cannot be heard. */
  public static Problem notRendered(AnnouncementId id) {
    return new Problem(
        "RECORDING_MISSING",
        "Notice %s has no recording.".formatted(id),
        "Render it first: POST /api/v1/notices/%s/recording.".formatted(id));
  }

  static Problem spokenByAPerson(AnnouncementId id) {
    return new Problem(
        "NOTICE_RECORDED",
        "Notice %s was spoken by a person; there is nothing to render.".formatted(id),
        "Send another recording as a notice of its own: POST /api/v1/recorded-notices.");
  }

  static ProblemException taken(NoticeCard card) {
    return new ProblemException(
        new Problem(
            "NOTICE_ID_TAKEN",
            "There already is a notice %s.".formatted(card.id()),
            "Give it another id, or none."));
  }

  /** Why nothing can be said about a notice. */
  public static Problem unknown(AnnouncementId id) {
    return new Problem(
        "NOTICE_UNKNOWN",
        "There is no notice %s.".formatted(id),
        "GET /api/v1/notices lists those there are.");
  }
}
