// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.studio;

import java.util.List;
import java.util.Optional;
import loalang.announcements.Notice;
import loalang.announcements.voice.VoiceDialect;
import loalang.controller.reading.FixedReading;

/**
 * What a machine shall speak.
 *
 * @param notice the text and, if it is named, the voice
 * @param dialect whose voice and numerals; empty for the station's
 * @param fixes places said otherwise
 */
public record Spoken(Notice notice, Optional<VoiceDialect> dialect, List<FixedReading> fixes) {
  public Spoken {
    fixes = List.copyOf(fixes);
  }
}
