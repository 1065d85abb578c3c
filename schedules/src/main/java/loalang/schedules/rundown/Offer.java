// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.SlotItem;
import org.jspecify.annotations.Nullable;

/**
 * One hearing that somebody asks for on one day.
 *
 * @param id its name whatever instant it is given in the end: made of the instant asked for
 * @param within the session it is part of, as "programme/slot"; null for a campaign's own time
 */
record Offer(
    CueId id,
    String title,
    SlotItem item,
    Place place,
    Instant asked,
    Duration length,
    LateRule late,
    @Nullable String within) {

  /** Most urgent first, then who asked for the earlier instant, then the commune's own. */
  static final Comparator<Offer> PRECEDENCE =
      Comparator.comparing((Offer offer) -> offer.place().audience().priority())
          .reversed()
          .thenComparing(Offer::asked)
          .thenComparing(offer -> offer.place().audience().origin())
          .thenComparing(offer -> offer.id().value());

  /** The audience as it was written, and the clusters it really means. */
  record Place(Audience audience, Atoms.Part part) {}

  Optional<String> session() {
    return Optional.ofNullable(within);
  }

  Instant latest() {
    return late.latestStart(asked);
  }

  PlannedItem placed(Instant start, Atoms.Part heard) {
    Duration moved = Duration.between(asked, start);
    Cue cue =
        new Cue(
            id,
            item.announcement(),
            heard.named(place.audience().zones(), place.part()),
            place.audience().priority(),
            start,
            LateRule.skipAfter(late.grace().minus(moved)));
    return new PlannedItem(cue, title, length);
  }

  String named() {
    return "\"%s\" (%s)".formatted(item.announcement(), title);
  }
}
