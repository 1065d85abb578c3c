// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.util.Optional;
import loalang.protocol.Problem;
import loalang.schedules.release.Held;
import loalang.schedules.rundown.Conflict;
import loalang.schedules.rundown.Rundown;

/** Tells what became of an airing of a programme after it was released. Pure. */
final class Releasing {
  private Releasing() {}

  static CueVerdict verdict(CueId airing, Rundown rundown) {
    Optional<Conflict> still =
        rundown.conflicts().stream()
            .filter(conflict -> conflict.airing().equals(airing))
            .filter(conflict -> conflict.outcome() != Conflict.Outcome.MOVED)
            .findFirst();
    Optional<Held> held = still.flatMap(Conflict::toRelease);
    if (held.isPresent()) {
      return new CueVerdict.NeedsSecondPerson(held.get());
    }
    return rundown.cues().stream()
        .filter(cue -> cue.id().equals(airing))
        .findFirst()
        .<CueVerdict>map(CueVerdict.Planned::new)
        .orElseGet(
            () -> new CueVerdict.NotAllowed(still.map(Conflict::why).orElse(unknown(airing))));
  }

  private static Problem unknown(CueId airing) {
    return new Problem(
        "RELEASE_NOT_NEEDED",
        "Nothing named \"%s\" waits or is planned in the coming days.".formatted(airing),
        "Look at the rundown for what waits; a changed item has to be asked for again.");
  }
}
