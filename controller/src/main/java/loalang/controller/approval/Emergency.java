// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Digest;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.release.Signature;

/**
 * Somebody asks for an emergency; nothing sounds until another person releases it.
 *
 * @param airing its name then
 * @param notice what would be heard
 * @param recording exactly that
 * @param zones where
 * @param asked who asked, and when
 */
public record Emergency(
    AiringId airing,
    AnnouncementId notice,
    Digest recording,
    Set<PagingZone> zones,
    Signature asked) {
  /** What was urgent half an hour ago must be asked for again. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  public Emergency {
    zones = Set.copyOf(zones);
  }

  /** When it can be released no more. */
  public Instant expires() {
    return asked.at().plus(LIFE);
  }

  /** As the timetable takes it in. */
  public OneOff oneOff(Instant start) {
    return new OneOff(
        new CueId(airing.value()), notice, zones, Priority.EMERGENCY, start, LateRule.USUAL);
  }

  /** Why this person may not release it; empty if they may. */
  public Optional<Problem> refusal(Signature second) {
    if (second.isOfSamePersonAs(asked)) {
      return Optional.of(
          new Problem(
              "RELEASE_SAME_PERSON",
              "\"%s\" asked for emergency \"%s\" and cannot release it too."
                  .formatted(second.name(), airing),
              "Let another person with the role approver release it."));
    }
    return second.at().isBefore(expires())
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "EMERGENCY_EXPIRED",
                "Emergency \"%s\" was asked for at %s.".formatted(airing, asked.at()),
                "Ask for it again if it is still urgent."));
  }
}
