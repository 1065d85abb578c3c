// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueTerms;
import loalang.schedules.LateRule;
import loalang.schedules.echo.EchoDelay;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.RelayItem;
import loalang.schedules.release.Hold;
import loalang.schedules.release.Release;
import loalang.schedules.release.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * One hearing that somebody asks for on one day.
 *
 * @param id its name whatever instant it is given in the end: made of the instant asked for
 * @param within the session it is part of, as "programme/slot"; null for a campaign's own time
 * @param consent what a release of it would name, and the releases there are
 */
record Offer(
    CueId id,
    String title,
    Content content,
    Place place,
    Instant asked,
    Duration length,
    LateRule late,
    @Nullable String within,
    Consent consent) {

  /** Most urgent first, then who asked for the earlier instant, then the commune's own. */
  static final Comparator<Offer> PRECEDENCE =
      Comparator.comparing(Offer::priority)
          .reversed()
          .thenComparing(Offer::asked)
          .thenComparing(offer -> offer.place().audience().origin())
          .thenComparing(offer -> offer.id().value());

  /** The audience as it was written, and the clusters it really means. */
  record Place(Audience audience, Atoms.Part part) {}

  /** What is heard: an announcement, or another station, whose name then stands for it. */
  record Content(
      AnnouncementId announcement, RelayItem.@Nullable Source source, List<Fallback> fallback) {

    static Content of(AnnouncementId announcement) {
      return new Content(announcement, null, List.of());
    }
  }

  /** What is heard instead of an absent station, so long after its start. */
  record Fallback(CueId id, AnnouncementId announcement, Duration after) {}

  /**
   * Its instant is that of its session, which does not move when a recording's length is learnt.
   */
  record Consent(Wanted wanted, Set<Release> releases) {}

  Priority priority() {
    return place.audience().priority();
  }

  Optional<String> session() {
    return Optional.ofNullable(within);
  }

  Instant latest() {
    return late.latestStart(asked);
  }

  Wanted wanted() {
    return consent.wanted();
  }

  boolean isFreedFrom(Hold hold) {
    // No set of releases is longer than there are rules; nearly all are empty.
    return consent.releases().stream().anyMatch(release -> release.request().hold() == hold);
  }

  PlannedItem placed(Instant start, Atoms.Part heard, List<EchoDelay> delays) {
    LateRule left = late.withGrace(late.grace().minus(Duration.between(asked, start)));
    List<Audience.Voice> voices = place.audience().voices();
    Set<Release> releases = consent.releases();
    boolean isPlain = releases.isEmpty() && voices.isEmpty() && delays.isEmpty();
    CueTerms terms = isPlain ? CueTerms.NONE : new CueTerms(releases, voices, delays, null);
    Cue cue =
        new Cue(
            id,
            content.announcement(),
            heard.named(place.audience().zones(), place.part()),
            priority(),
            start,
            left,
            terms);
    RelayItem.@Nullable Source source = content.source();
    return new PlannedItem(source == null ? cue : relay(cue, source), title, length);
  }

  private Cue relay(Cue station, RelayItem.Source source) {
    CueTerms terms = station.terms();
    List<Cue> lines =
        content.fallback().stream()
            .map(
                line ->
                    new Cue(
                        line.id(),
                        line.announcement(),
                        station.zones(),
                        station.priority(),
                        station.start().plus(line.after()),
                        station.late(),
                        terms))
            .toList();
    CueTerms.Relay relay = new CueTerms.Relay(source, length, lines);
    return new Cue(
        station.id(),
        station.announcement(),
        station.zones(),
        station.priority(),
        station.start(),
        station.late(),
        new CueTerms(terms.releases(), terms.voices(), terms.delays(), relay));
  }

  String named() {
    return content.source() == null
        ? "\"%s\" (%s)".formatted(content.announcement(), title)
        : "Relay \"%s\" (%s)".formatted(content.source(), title);
  }
}
