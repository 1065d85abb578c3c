// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.plans.Readiness;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.SpeakerId;

/**
 * All loudspeakers.
 *
 * @param speakers by name
 * @param sites where they hang, if somebody said
 * @param map of those with a point
 * @param coming who is ready for what comes next
 * @param care what they found when they looked themselves over
 */
public record SpeakerList(
    List<Speaker> speakers,
    Map<SpeakerId, Site> sites,
    MapView map,
    List<Readiness> coming,
    Care care) {
  private static final int FEW = 3;

  public SpeakerList {
    coming = List.copyOf(coming);
  }

  /**
   * How they are looked after.
   *
   * @param now the present instant
   * @param tests the newest of each that was ever asked
   * @param testable zones whose loudspeakers whoever looks may ask
   */
  public record Care(
      Instant now, Map<SpeakerId, SelfTestDesk.Result> tests, List<String> testable) {}

  static SpeakerList of(
      List<Speaker> speakers, Map<SpeakerId, Site> sites, List<Readiness> coming, Care care) {
    return new SpeakerList(
        speakers,
        sites,
        MapView.of(speakers, sites),
        coming.subList(0, Math.min(FEW, coming.size())),
        care);
  }

  /** The present instant. */
  public Instant now() {
    return care.now();
  }

  /** What a speaker found when it looked itself over last. */
  public Optional<SelfTestDesk.Result> test(Speaker speaker) {
    return Optional.ofNullable(care.tests().get(speaker.id()));
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
