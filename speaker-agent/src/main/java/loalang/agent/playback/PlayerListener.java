// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.time.Instant;
import loalang.agent.playout.Rendering;
import loalang.protocol.AiringId;

/** Hears the player, on the audio thread: hand over and return at once. */
public interface PlayerListener {
  /** The first frames went to the device. */
  void started(AiringId airing, Instant at);

  /** It goes on; told about once a second. */
  void progressed(AiringId airing, long framesRendered);

  /** It is over; told exactly once for every airing played. */
  void ended(AiringId airing, Rendering rendering);
}
