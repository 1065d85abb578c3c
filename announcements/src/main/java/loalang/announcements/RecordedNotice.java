// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.Priority;

/**
 * What a person has said, instead of a machine.
 *
 * @param title for lists and logs; 1 to {@value Notice#MAX_TITLE_CHARACTERS} characters
 * @param language that is spoken
 * @param priority how urgent it is
 * @throws IllegalArgumentException if the title is blank or too long
 */
public record RecordedNotice(String title, Language language, Priority priority) {
  /** The name in reports of whoever spoke. */
  public static final VoiceId VOICE = new VoiceId("recorded");

  public RecordedNotice {
    if (title.isBlank() || title.length() > Notice.MAX_TITLE_CHARACTERS) {
      throw new IllegalArgumentException(
          "A title is 1 to %d characters, had %d."
              .formatted(Notice.MAX_TITLE_CHARACTERS, title.length()));
    }
  }
}
