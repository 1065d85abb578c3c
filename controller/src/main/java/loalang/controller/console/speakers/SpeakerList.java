// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import loalang.controller.plans.Readiness;
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
 * @param coming who is ready for what comes next
 */
public record SpeakerList(
    Instant now,
    List<Speaker> speakers,
    Map<SpeakerId, Site> sites,
    MapView map,
    List<Readiness> coming) {
  private static final int FEW = 3;

  public SpeakerList {
    coming = List.copyOf(coming);
  }

  static SpeakerList of(
      Instant now, List<Speaker> speakers, Map<SpeakerId, Site> sites, List<Readiness> coming) {
    return new SpeakerList(
        now,
        speakers,
        sites,
        MapView.of(speakers, sites),
        coming.subList(0, Math.min(FEW, coming.size())));
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
