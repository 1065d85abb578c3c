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
 * @param script what was spoken, with the reader's doubts
 * @param sentenceStarts when each sentence of the script begins in the recording, in order
 * @param loudness of the whole before coding, chime included; the coder takes off about {@value
 *     loalang.announcements.encode.OpusEncoder#LOUDNESS_LOSS_LU} LU
 * @param synthesis time until the last sentence was spoken and shaped
 * @param total time from notice to recording
 */
public record ProductionReport(
    VoiceId voice,
    Script script,
    List<Duration> sentenceStarts,
    Loudness loudness,
    Duration synthesis,
    Duration total) {
  public ProductionReport {
    sentenceStarts = List.copyOf(sentenceStarts);
  }
}
