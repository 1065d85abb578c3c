// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import loalang.controller.console.frame.SquareCode;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.protocol.PagingZone;
import loalang.protocol.SpeakerId;

/**
 * A loudspeaker that is to join.
 *
 * @param name as typed; empty lets the pole propose one
 * @param zones as typed, parted by blanks or commas
 * @param known zones there are already
 * @param wrong the key of what is wrong
 * @param issued the ticket, once there is one
 */
public record NewSpeaker(
    String name,
    String zones,
    List<String> known,
    Optional<String> wrong,
    Optional<EnrolmentDesk.Issued> issued) {
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,;]+", Pattern.UNICODE_CHARACTER_CLASS);

  static NewSpeaker empty(List<String> known) {
    return new NewSpeaker("", "", known, Optional.empty(), Optional.empty());
  }

  NewSpeaker typed(String nameTyped, String zonesTyped) {
    return new NewSpeaker(
        nameTyped.toLowerCase(Locale.ROOT),
        zonesTyped.toLowerCase(Locale.ROOT),
        known,
        Optional.empty(),
        Optional.empty());
  }

  NewSpeaker but(String key) {
    return new NewSpeaker(name, zones, known, Optional.of(key), Optional.empty());
  }

  NewSpeaker with(EnrolmentDesk.Issued ticket) {
    return new NewSpeaker(name, zones, known, Optional.empty(), Optional.of(ticket));
  }

  /** The name; empty if none was typed. */
  Optional<SpeakerId> speaker() {
    return name.isEmpty() ? Optional.empty() : Optional.of(new SpeakerId(name));
  }

  /** The zones, in the order typed. */
  Set<PagingZone> zonesNamed() {
    Set<PagingZone> named = new LinkedHashSet<>();
    Arrays.stream(BETWEEN.split(zones.strip(), -1))
        .filter(word -> !word.isEmpty())
        .forEach(word -> named.add(new PagingZone(word)));
    return named;
  }

  /** The ticket as a square code. */
  public SquareCode code() {
    return SquareCode.of(issued.orElseThrow().ticket().toUri());
  }
}
