// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import loalang.protocol.AiringId;

/** What makes sound: a device, a file. */
public interface AudioOutput {
  /** Frames a second, one channel, 16 bit signed little endian. */
  int FRAMES_PER_SECOND = 48_000;

  /** What it is, as a technician reads it: {@code alsa:default}, {@code file:/var/lib/loa}. */
  String describe();

  /**
   * Opens a line for one airing; it does not sound before it is started.
   *
   * @param framesDue how many frames will be written
   * @throws loalang.protocol.ProblemException AUDIO_DEVICE_UNUSABLE
   */
  AudioLine open(AiringId airing, long framesDue);
}
