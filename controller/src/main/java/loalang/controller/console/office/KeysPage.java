// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.List;
import java.util.Optional;
import loalang.controller.console.frame.Texts;
import loalang.controller.console.frame.Words;
import loalang.controller.keys.KeyStanding;
import loalang.controller.speakers.Speaker;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.protocol.enrolment.KeyScope;

/**
 * How the keys stand.
 *
 * @param standing of the keys
 * @param all loudspeakers
 * @param form a key that is to reach less far
 * @param isAsked true if what it will reach is shown before it is said
 * @param denied why whoever looks may change nothing; empty if they may
 * @param problem why something was not done
 */
public record KeysPage(
    KeyStanding standing,
    List<Speaker> all,
    ScopeForm form,
    boolean isAsked,
    Optional<Problem> denied,
    Optional<Problem> problem) {
  public KeysPage {
    all = List.copyOf(all);
  }

  /** How many loudspeakers there are. */
  public int speakers() {
    return all.size();
  }

  /** Zones there are, by name. */
  public List<String> zones() {
    return all.stream()
        .flatMap(speaker -> speaker.zones().stream())
        .map(PagingZone::value)
        .distinct()
        .sorted()
        .toList();
  }

  /** How many have not shown yet that their version knows of scopes. */
  public long unsure() {
    return all.stream()
        .filter(speaker -> speaker.state().map(state -> state.volume() == null).orElse(true))
        .count();
  }

  /** Where a key reaches, in words. */
  public static String where(Texts texts, KeyScope scope) {
    return scope.zones() == null ? texts.of("schedule.everywhere") : Words.zones(scope.zones());
  }

  /** The most urgent a key may ask for, in words. */
  public static String most(Texts texts, KeyScope scope) {
    Priority most = scope.most() == null ? Priority.EMERGENCY : scope.most();
    return texts.of("priority." + most.wireName());
  }

  /** How many loudspeakers obey the newest statement. */
  public long obeying() {
    return standing.adopted().values().stream()
        .filter(edition -> edition == standing.edition())
        .count();
  }

  /** True if one key takes the place of another. */
  public boolean isChanging() {
    return standing.next().isPresent() || standing.former().isPresent();
  }
}
