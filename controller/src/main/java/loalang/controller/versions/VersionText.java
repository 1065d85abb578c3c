// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import java.util.Optional;
import loalang.announcements.Notice;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.VoiceId;
import loalang.schedules.programme.Audience;

/**
 * How a version differs from its notice.
 *
 * @param language it is in
 * @param dialect whose voice and numerals; empty for none in particular
 * @param voice who speaks; empty for the first that fits
 * @param body its own text; empty for the notice's
 */
public record VersionText(
    Language language,
    Optional<VoiceDialect> dialect,
    Optional<VoiceId> voice,
    Optional<String> body) {

  /** True if it is in this language, and in this dialect if one is wanted. */
  boolean isIn(Audience.Voice voice) {
    boolean isDialect =
        voice
            .wantedDialect()
            .map(VersionText::spoken)
            .map(Optional::of)
            .map(dialect::equals)
            .orElse(true);
    return isDialect && language.sameLanguageAs(new Language(voice.language()));
  }

  private static VoiceDialect spoken(Audience.Dialect wanted) {
    return switch (wanted) {
      case NORTHERN -> VoiceDialect.NORTH;
      case CENTRAL -> VoiceDialect.CENTRAL;
      case SOUTHERN -> VoiceDialect.SOUTH;
    };
  }

  /** The notice as this version says it. */
  Notice of(Notice notice) {
    return new Notice(
        notice.title(),
        language,
        voice.orElse(null),
        notice.priority(),
        notice.zones(),
        body.orElse(notice.body()));
  }
}
