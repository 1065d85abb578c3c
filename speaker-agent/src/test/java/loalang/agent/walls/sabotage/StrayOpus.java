// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.agent.walls.sabotage;

import org.gagravarr.opus.OpusInfo;

/** Wrong on purpose: a codec outside the playback room. */
public final class StrayOpus {
  private StrayOpus() {}

  public static int preSkip(OpusInfo info) {
    return info.getPreSkip();
  }
}
