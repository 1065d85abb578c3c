// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.playback;

import java.util.function.Consumer;
import loalang.agent.playout.Rendering;

/** Gives the sound device frames of silence and counts what it consumes. */
public interface SilentProbe {
  /** How much silence: 200 ms. */
  long FRAMES = AudioOutput.FRAMES_PER_SECOND / 5;

  /**
   * Does so on the audio thread, with the amplifier left as it is; breaks off as soon as something
   * is to be played.
   *
   * @param heard told once, on the audio thread
   */
  void probe(Consumer<Rendering> heard);
}
