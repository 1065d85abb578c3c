// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.nio.charset.StandardCharsets;
import loalang.protocol.AiringId;
import loalang.protocol.Digest;
import loalang.schedules.CueId;

/**
 * Under which names a cue is aired. A node never plays an airing that was withdrawn, so what is
 * planned again after that has another name. Pure.
 */
final class AiringNames {
  private static final int LONGEST = 64;
  private static final int DIGEST_LETTERS = 12;

  private AiringNames() {}

  /**
   * The name of a cue.
   *
   * @param before how many names it had that were withdrawn; 0 or more
   */
  static AiringId of(CueId cue, int before) {
    if (before == 0) {
      return new AiringId(cue.value());
    }
    String ending = "-" + (before + 1);
    String whole = cue.value() + ending;
    if (whole.length() <= LONGEST) {
      return new AiringId(whole);
    }
    String digest =
        Digest.of(cue.value().getBytes(StandardCharsets.US_ASCII))
            .hex()
            .substring(0, DIGEST_LETTERS);
    int room = LONGEST - ending.length() - digest.length() - 1;
    return new AiringId(cue.value().substring(0, room) + "-" + digest + ending);
  }
}
