// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls.sabotage;

import javax.sound.sampled.AudioFormat;

/** Wrong on purpose: sound outside the playback room. */
public final class StraySound {
  private StraySound() {}

  public static float rate(AudioFormat format) {
    return format.getSampleRate();
  }
}
