// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console;

import java.util.List;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.speakers.Speaker;

/**
 * What changes while one looks.
 *
 * @param speakers all, by name
 * @param airings the newest
 */
public record LivePart(List<Speaker> speakers, List<AiringRecord> airings) {
  public LivePart {
    speakers = List.copyOf(speakers);
    airings = List.copyOf(airings);
  }

  /** How many speakers are heard now. */
  public long online() {
    return speakers.stream().filter(Speaker::isOnline).count();
  }
}
