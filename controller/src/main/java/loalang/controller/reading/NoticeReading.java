// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.reading;

import java.util.List;
import java.util.Optional;
import loalang.announcements.Notice;
import loalang.announcements.plain.PlainNormaliser;
import loalang.announcements.script.Script;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.VoiceDialect;
import loalang.announcements.voice.Voices;

/**
 * How a notice is read. What is shown before rendering and what is rendered are both made here.
 * Pure, any thread; a megabyte takes a second or more.
 *
 * @param script what is said
 * @param dictionaryVersion of the commune's dictionary it was read with
 */
public record NoticeReading(Script script, long dictionaryVersion) {

  /**
   * Whose numerals and days a notice is read with: those of the voice it names, if it names one.
   */
  public static Optional<VoiceDialect> dialectOf(Notice notice, Voices voices) {
    return Optional.ofNullable(notice.voice())
        .flatMap(voices::find)
        .map(voice -> voice.details().dialect());
  }

  /** A notice's body in its language, with its fixed readings. */
  public static NoticeReading of(Notice notice, Edition edition, List<FixedReading> fixes) {
    Script script =
        notice.language().sameLanguageAs(Language.VIETNAMESE)
            ? edition.reader().read(notice.body())
            : PlainNormaliser.ENGLISH.read(notice.body());
    return new NoticeReading(FixedReadings.in(script, fixes), edition.version());
  }
}
