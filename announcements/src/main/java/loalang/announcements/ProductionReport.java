// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.announcements;

import java.time.Duration;
import java.util.List;
import loalang.announcements.script.Script;
import loalang.announcements.voice.VoiceId;

/**
 * How a recording was made.
 *
 * @param voice who spoke
 * @param script what was spoken, with the reader's doubts
 * @param sentenceStarts when each sentence of the script begins in the recording, in order
 * @param loudnessLufs integrated loudness of the whole before coding, LUFS (ITU-R BS.1770-4)
 * @param truePeakDbtp highest true peak before coding, dBTP (ITU-R BS.1770-4 Annex 2)
 * @param synthesis time until the last sentence was spoken and shaped
 * @param total time from notice to recording
 */
public record ProductionReport(
    VoiceId voice,
    Script script,
    List<Duration> sentenceStarts,
    double loudnessLufs,
    double truePeakDbtp,
    Duration synthesis,
    Duration total) {
  public ProductionReport {
    sentenceStarts = List.copyOf(sentenceStarts);
  }
}
