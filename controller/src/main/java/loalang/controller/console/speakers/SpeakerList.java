// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.SpeakerId;

/**
 * All loudspeakers.
 *
 * @param now the present instant
 * @param speakers by name
 * @param sites where they hang, if somebody said
 * @param map of those with a point
 */
public record SpeakerList(
    Instant now, List<Speaker> speakers, Map<SpeakerId, Site> sites, MapView map) {

  static SpeakerList of(Instant now, List<Speaker> speakers, Map<SpeakerId, Site> sites) {
    return new SpeakerList(now, speakers, sites, MapView.of(speakers, sites));
  }

  /** Where a speaker hangs. */
  public String place(Speaker speaker) {
    return sites.getOrDefault(speaker.id(), Site.UNKNOWN).place();
  }

  /** How many the office hears. */
  public long online() {
    return speakers.stream().filter(Speaker::isOnline).count();
  }
}
