// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.versions;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import loalang.controller.speakers.Speaker;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.RecordingRef;
import loalang.schedules.CueTerms;
import loalang.schedules.programme.Audience;

/**
 * Who hears which recording of a notice. Of a speaker's zones that are set to a version the
 * narrowest counts: its own, else the one with the fewest speakers, of equals the first by name.
 * Who is set to a version that the notice does not have hears the notice itself. Pure.
 *
 * @param set which version each zone hears
 * @param recordings of one notice, by version
 * @param texts of the same notice, by version: which language and dialect each is in
 */
public record HeardVersions(
    Map<PagingZone, VersionName> set,
    Map<VersionName, RecordingRef> recordings,
    Map<VersionName, VersionText> texts) {
  public HeardVersions {
    set = Map.copyOf(set);
    recordings = Map.copyOf(recordings);
    texts = Map.copyOf(texts);
  }

  /**
   * What each speaker hears.
   *
   * @param plain the recording of the notice itself
   * @param all speakers there are: how many are in a zone decides how narrow it is
   */
  public Function<Speaker, RecordingRef> heardBy(RecordingRef plain, Collection<Speaker> all) {
    Map<PagingZone, Integer> sizes = new HashMap<>();
    for (Speaker speaker : all) {
      speaker.zones().forEach(zone -> sizes.merge(zone, 1, Integer::sum));
    }
    Comparator<PagingZone> narrowest =
        Comparator.comparing((PagingZone zone) -> sizes.getOrDefault(zone, 0))
            .thenComparing(PagingZone::value);
    return speaker ->
        versionOf(speaker, narrowest)
            .flatMap(version -> Optional.ofNullable(recordings.get(version)))
            .orElse(plain);
  }

  /**
   * What each speaker hears of a cue that may ask for a voice in some places: a version in that
   * voice comes before the one its zone is set to.
   *
   * @param terms of the cue
   */
  public Function<Speaker, RecordingRef> heardBy(
      RecordingRef plain, Collection<Speaker> all, CueTerms terms) {
    Function<Speaker, RecordingRef> usual = heardBy(plain, all);
    return speaker ->
        terms
            .voiceWhere(speaker::isIn)
            .flatMap(this::inVoice)
            .orElseGet(() -> usual.apply(speaker));
  }

  private Optional<RecordingRef> inVoice(Audience.Voice voice) {
    return texts.entrySet().stream()
        .filter(one -> recordings.containsKey(one.getKey()) && one.getValue().isIn(voice))
        .min(Map.Entry.comparingByKey())
        .map(one -> recordings.get(one.getKey()));
  }

  /** What some zones hear otherwise than they are set to. */
  public List<Problem> missing(AnnouncementId notice) {
    Map<VersionName, List<PagingZone>> without =
        set.entrySet().stream()
            .filter(one -> !recordings.containsKey(one.getValue()))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return without.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> missing(notice, one.getKey(), one.getValue()))
        .toList();
  }

  private Optional<VersionName> versionOf(Speaker speaker, Comparator<PagingZone> narrowest) {
    VersionName own = set.get(PagingZone.only(speaker.id()));
    if (own != null) {
      return Optional.of(own);
    }
    return speaker.zones().stream().filter(set::containsKey).min(narrowest).map(set::get);
  }

  private static Problem missing(
      AnnouncementId notice, VersionName version, List<PagingZone> zones) {
    String named = zones.stream().map(PagingZone::value).sorted().collect(Collectors.joining(", "));
    return new Problem(
        "VERSION_MISSING",
        "Notice %s has no recording of version %s; %s hears the notice itself."
            .formatted(notice, version, named),
        "Write, render or send that version, or let it be.");
  }
}
