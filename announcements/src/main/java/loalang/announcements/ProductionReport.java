// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.List;
import loalang.announcements.audio.Loudness;
import loalang.announcements.script.Script;
import loalang.announcements.voice.VoiceId;

/**
 * How a recording was made.
 *
 * @param voice who spoke
 * @param script what was spoken, with the reader's doubts; without the station's own lines
 * @param sentenceStarts when each sentence of the script begins in the recording, in order
 * @param loudness of the recording as a decoder plays it, chime included
 * @param synthesis time until the last sentence was spoken and shaped
 * @param total time from notice to recording
 * @param times what is said when, the station's own lines included
 * @param remembered how many sentences were not spoken but found in the cache or said before
 */
public record ProductionReport(
    VoiceId voice,
    Script script,
    List<Duration> sentenceStarts,
    Loudness loudness,
    Duration synthesis,
    Duration total,
    SpokenTimes times,
    int remembered) {
  public ProductionReport {
    sentenceStarts = List.copyOf(sentenceStarts);
  }

  /** A report of a production that remembered nothing and timed no words. */
  public ProductionReport(
      VoiceId voice,
      Script script,
      List<Duration> sentenceStarts,
      Loudness loudness,
      Duration synthesis,
      Duration total) {
    this(voice, script, sentenceStarts, loudness, synthesis, total, SpokenTimes.UNKNOWN, 0);
  }
}
