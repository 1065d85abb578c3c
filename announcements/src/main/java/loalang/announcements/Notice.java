// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.util.Set;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What an officer wants said.
 *
 * @param title for lists and logs, never spoken; 1 to {@value #MAX_TITLE_CHARACTERS} characters
 * @param language the language of the body
 * @param voice who shall speak; null for the language's default voice
 * @param priority how urgent it is
 * @param zones where it is meant for; empty if the file does not say
 * @param body plain text to be read aloud; not blank
 * @throws IllegalArgumentException if title or body is blank or the title too long
 */
public record Notice(
    String title,
    Language language,
    @Nullable VoiceId voice,
    Priority priority,
    Set<PagingZone> zones,
    String body) {
  /** The longest title. */
  public static final int MAX_TITLE_CHARACTERS = 200;

  public Notice {
    zones = Set.copyOf(zones);
    if (title.isBlank() || title.length() > MAX_TITLE_CHARACTERS) {
      throw new IllegalArgumentException(
          "A title is 1 to %d characters, had %d.".formatted(MAX_TITLE_CHARACTERS, title.length()));
    }
    if (body.isBlank()) {
      throw new IllegalArgumentException("Notice \"%s\" has nothing to say.".formatted(title));
    }
  }

  /** The same notice, to be spoken by this voice. */
  public Notice spokenBy(VoiceId other) {
    return new Notice(title, language, other, priority, zones, body);
  }
}
