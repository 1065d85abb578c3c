// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import loalang.controller.approval.TwoPeopleStore;
import loalang.protocol.order.Release;
import loalang.schedules.Cue;
import org.jdbi.v3.core.Handle;

/**
 * The two people who let a cue out, as the wire spells them: those the schedule names, else those
 * who let this emergency out.
 */
public final class CueReleases {
  private static final Pattern NOT_IN_A_NAME =
      Pattern.compile("[^a-z0-9._-]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MARKS = Pattern.compile("\\p{M}+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int LONGEST = 64;

  private CueReleases() {}

  /** Who asked and who agreed. Blocking, in the caller's transaction. */
  public static Optional<Release> of(Handle handle, Cue cue) {
    return of(cue)
        .or(
            () ->
                TwoPeopleStore.find(handle, DispatchPlanner.airingOf(cue))
                    .flatMap(two -> release(two.asked().name(), two.released().name())));
  }

  /** Who asked and who agreed by the schedule; of several releases the first that was given. */
  static Optional<Release> of(Cue cue) {
    return cue.terms().releases().stream()
        .min(Comparator.comparing(release -> release.released().at()))
        .flatMap(given -> release(given.request().asked().name(), given.released().name()));
  }

  private static Optional<Release> release(String first, String second) {
    String one = account(first);
    String other = account(second);
    return one.isEmpty() || other.isEmpty() || one.equals(other)
        ? Optional.empty()
        : Optional.of(new Release(one, other));
  }

  /** An account's name; a name with letters the wire does not know is spelled without them. */
  static String account(String name) {
    String bare =
        MARKS
            .matcher(
                Normalizer.normalize(
                    name.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD))
            .replaceAll("");
    String spelled = NOT_IN_A_NAME.matcher(bare).replaceAll("-");
    return spelled.substring(0, Math.min(LONGEST, spelled.length()));
  }
}
