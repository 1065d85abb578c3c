// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.dispatch;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import loalang.protocol.order.Release;
import loalang.schedules.Cue;

/** The two people a cue itself names, as the wire spells them. Pure. */
public final class CueReleases {
  private static final Pattern NOT_IN_A_NAME =
      Pattern.compile("[^a-z0-9._-]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MARKS = Pattern.compile("\\p{M}+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int LONGEST = 64;

  private CueReleases() {}

  /** Who asked and who agreed; of several releases the first that was given. */
  public static Optional<Release> of(Cue cue) {
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
