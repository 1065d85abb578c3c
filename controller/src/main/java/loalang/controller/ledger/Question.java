// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.ledger;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/**
 * What somebody looks for in the as-run log.
 *
 * @param from the earliest start, inclusive
 * @param until the latest start, exclusive
 * @param zone an airing was meant for; empty for all
 * @param priority of it; empty for all
 * @param state a word that at least one speaker's state, or the whole airing, has; empty for all
 * @param words that its title or name holds, in any case and with or without marks; empty for all
 */
public record Question(
    Instant from,
    Instant until,
    Optional<PagingZone> zone,
    Optional<Priority> priority,
    Optional<String> state,
    String words) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+", Pattern.UNICODE_CHARACTER_CLASS);

  /** Everything that starts within this time. */
  public static Question all(Instant from, Instant until) {
    return new Question(from, until, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  /** True if an airing that starts within the time is meant. */
  boolean asksFor(Tally tally) {
    return zone.map(tally.planned().zones()::contains).orElse(true)
        && priority.map(tally.planned().priority()::equals).orElse(true)
        && state.map(tally::has).orElse(true)
        && holds(tally.planned().title() + " " + tally.planned().id().value());
  }

  private boolean holds(String text) {
    return plain(text).contains(plain(words));
  }

  /** Without marks and in lower case: how people type who are in a hurry. */
  private static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
  }
}
