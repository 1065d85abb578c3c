// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import loalang.protocol.PagingZone;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.RelayItem;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * What else holds for a cue; for most cues nothing.
 *
 * @param releases by whom it was let through which rule; empty if no rule held it
 * @param voices in which voice it is wanted where; a hint
 * @param delays which clusters start a little later
 * @param relayed what is taken over from another station; null for an announcement
 */
public record CueTerms(
    Set<Release> releases,
    List<Audience.Voice> voices,
    List<EchoDelay> delays,
    @Nullable Relay relayed) {
  /** Nothing else. */
  public static final CueTerms NONE = new CueTerms(Set.of(), List.of(), List.of(), null);

  /**
   * A programme of another station.
   *
   * @param source which station
   * @param length how long it is taken over
   * @param fallback what is heard if the station is absent, at its own instants; empty is silence
   */
  public record Relay(RelayItem.Source source, Duration length, List<Cue> fallback) {
    public Relay {
      fallback = List.copyOf(fallback);
    }
  }

  public CueTerms {
    releases = Set.copyOf(releases);
    voices = List.copyOf(voices);
    delays = List.copyOf(delays);
  }

  /**
   * In which voice it is wanted at one place; whoever dispatches asks for each loudspeaker. Where
   * two are wanted, the one that was written first.
   *
   * @param isThere whether the place lies in a zone
   */
  public Optional<Audience.Voice> voiceWhere(Predicate<PagingZone> isThere) {
    return voices.stream().filter(voice -> voice.zones().stream().anyMatch(isThere)).findFirst();
  }

  /** What is taken over from another station, if it is not an announcement. */
  public Optional<Relay> relay() {
    return Optional.ofNullable(relayed);
  }

  /** True if two people have let it through this rule. */
  public boolean isFreedFrom(Hold hold) {
    return releases.stream().anyMatch(release -> release.request().hold() == hold);
  }

  /** The longest time by which a cluster starts after the cue. */
  public Duration longestDelay() {
    return delays.stream().map(EchoDelay::by).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
