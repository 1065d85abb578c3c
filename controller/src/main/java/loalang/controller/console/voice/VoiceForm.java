// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.voice;

import java.util.Optional;
import java.util.Set;
import loalang.announcements.Notice;
import loalang.announcements.voice.Language;
import loalang.controller.console.frame.Visit;
import loalang.controller.studio.Studio;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/**
 * What a spoken notice is about, as it stands in the form.
 *
 * @param title for lists
 * @param about what is said, for those who read; may be empty
 * @param isUrgent whether it has priority over what is routine
 * @param sends whether it is sent for approval at once
 */
public record VoiceForm(String title, String about, boolean isUrgent, boolean sends) {
  static final VoiceForm EMPTY = new VoiceForm("", "", false, true);

  static VoiceForm of(Visit visit) {
    return new VoiceForm(
        visit.field("title"),
        visit.text("about").strip(),
        visit.field("priority").equals("yes"),
        visit.field("send").equals("yes"));
  }

  /** As the studio takes it; throws if there is no title or it is too long. */
  Studio.Named named() {
    if (title.isBlank()) {
      throw new ProblemException(
          new Problem(
              "NOTICE_EMPTY",
              "The recording has no name.",
              "Write in a few words what it is about; lists show it, nobody says it."));
    }
    if (title.length() > Notice.MAX_TITLE_CHARACTERS) {
      throw new ProblemException(
          new Problem(
              "NOTICE_TITLE_TOO_LONG",
              "The title has %d characters; at most %d are kept."
                  .formatted(title.length(), Notice.MAX_TITLE_CHARACTERS),
              "Write a shorter title; it is for lists and is never said."));
    }
    Notice notice =
        new Notice(
            title,
            Language.VIETNAMESE,
            null,
            isUrgent ? Priority.PRIORITY : Priority.ROUTINE,
            Set.of(),
            about.isEmpty() ? title : about);
    return new Studio.Named(notice, Optional.empty());
  }
}
