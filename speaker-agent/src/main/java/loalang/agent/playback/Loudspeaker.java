// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import loalang.protocol.AiringId;
import loalang.protocol.Gain;

/** What makes one recording after another sound. Its methods may be called anywhere. */
public interface Loudspeaker {
  /** The level from the next buffer on. */
  void setGain(Gain gain);

  /** Plays as soon as the one before is over; the listener hears how it ended, exactly once. */
  void play(Player.Task task, PlayerListener listener);

  /** Silences this airing within a buffer; its end is told to the listener. */
  void halt(AiringId airing);
}
