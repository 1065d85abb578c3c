// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import loalang.controller.dispatch.DispatchPlanner;
import loalang.controller.dispatch.DispatchPlanner.Part;
import loalang.controller.ledger.PlannedAiring;
import loalang.controller.speakers.Speaker;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Priority;
import loalang.protocol.RecordingRef;
import loalang.protocol.order.Order;
import loalang.protocol.order.Release;
import loalang.protocol.plan.PlannedPlay;
import loalang.schedules.Cue;
import loalang.schedules.CueId;
import loalang.schedules.CueTerms;

/**
 * What is to stand in the plans of the coming days. Pure.
 *
 * @param zone of the commune's calendar
 * @param speakers that there are
 * @param notices what is known of an announcement
 * @param may what the people of the office have said
 */
record PlanMaker(
    ZoneId zone,
    Collection<Speaker> speakers,
    Function<AnnouncementId, Optional<NoticeCard>> notices,
    Leave may) {

  /**
   * What the people of the office have said.
   *
   * @param releases who let a cue out
   * @param isClear whether a notice may be aired as it is now
   * @param heard which of its recordings each speaker hears by a cue, of a notice that has one
   */
  record Leave(
      Function<Cue, Optional<Release>> releases,
      Predicate<NoticeCard> isClear,
      BiFunction<Cue, NoticeCard, Function<Speaker, RecordingRef>> heard) {}

  /**
   * What is known from before.
   *
   * @param entries that stand in plans
   * @param stopped cues an officer stopped
   * @param names how many withdrawn names a cue had
   */
  record Before(List<Entry> entries, Set<CueId> stopped, Map<CueId, Integer> names) {
    Before {
      entries = List.copyOf(entries);
      stopped = Set.copyOf(stopped);
      names = Map.copyOf(names);
    }
  }

  /**
   * What came out.
   *
   * @param entries that stand from now on, earliest first
   * @param withdrawn that do not stand any more
   * @param unrendered announcements without a sound, the earliest first
   */
  record Made(List<Entry> entries, List<Entry> withdrawn, Set<AnnouncementId> unrendered) {
    Made {
      entries = entries.stream().sorted(Entry.BY_START).toList();
      withdrawn = List.copyOf(withdrawn);
    }
  }

  /**
   * Makes the plans.
   *
   * @param rundown what the schedule says about the coming days, earliest first
   * @param before what stands; what was due at {@code now} stays as it is
   */
  Made make(List<Cue> rundown, Before before, Instant now) {
    Map<CueId, Entry> standing = new HashMap<>();
    Map<AiringId, Entry> kept = new LinkedHashMap<>();
    for (Entry entry : before.entries()) {
      standing.put(entry.cue(), entry);
      if (entry.isDue(now) && !before.stopped().contains(entry.cue())) {
        kept.put(entry.airing(), entry);
      }
    }
    Set<AnnouncementId> unrendered = new LinkedHashSet<>();
    rundown.stream()
        .flatMap(PlanMaker::audible)
        .filter(cue -> cue.start().isAfter(now))
        .filter(this::mayStandInPlan)
        .forEach(
            cue -> {
              Optional<Entry> known = Optional.ofNullable(standing.get(cue.id()));
              boolean began = known.filter(entry -> entry.isDue(now)).isPresent();
              if (began || before.stopped().contains(cue.id())) {
                return;
              }
              Optional<NoticeCard> notice = notices.apply(cue.announcement());
              if (notice.flatMap(NoticeCard::recording).isEmpty()) {
                notice.ifPresent(card -> unrendered.add(card.id()));
                return;
              }
              if (!may.isClear().test(notice.get())) {
                return; // its cue asks once more when it is due
              }
              AiringId name = name(cue, known, before);
              entry(cue, name, notice.get()).ifPresent(entry -> kept.put(name, entry));
            });
    List<Entry> withdrawn =
        before.entries().stream().filter(entry -> !kept.containsKey(entry.airing())).toList();
    return new Made(List.copyOf(kept.values()), withdrawn, unrendered);
  }

  // Nothing here can relay another station yet, so its fallback is what is planned.
  private static Stream<Cue> audible(Cue cue) {
    return cue.terms()
        .relay()
        .map(CueTerms.Relay::fallback)
        .map(List::stream)
        .orElse(Stream.of(cue));
  }

  // Poles that know releases refuse a whole plan for one emergency that has none; it is ordered.
  private boolean mayStandInPlan(Cue cue) {
    return cue.priority() != Priority.EMERGENCY || may.releases().apply(cue).isPresent();
  }

  private AiringId name(Cue cue, Optional<Entry> known, Before before) {
    int names = before.names().getOrDefault(cue.id(), 0);
    return known
        .map(
            entry ->
                entry.date().equals(date(cue))
                    ? entry.airing()
                    : AiringNames.of(cue.id(), names + 1))
        .orElseGet(() -> AiringNames.of(cue.id(), names));
  }

  private LocalDate date(Cue cue) {
    return LocalDate.ofInstant(cue.start(), zone);
  }

  private Optional<Entry> entry(Cue cue, AiringId name, NoticeCard notice) {
    Optional<Release> release = may.releases().apply(cue);
    List<PlannedPlay> plays = new ArrayList<>();
    for (Part part : DispatchPlanner.parts(cue, speakers, may.heard().apply(cue, notice))) {
      Order.Play play = DispatchPlanner.sound(cue, name, part.heard());
      plays.add(new PlannedPlay(part.zones(), release.map(play::releasedBy).orElse(play)));
    }
    PlannedAiring what =
        new PlannedAiring(
            name,
            cue.announcement(),
            notice.title(),
            cue.zones(),
            cue.priority(),
            cue.start(),
            cue.late().latestStart(cue.start()));
    return plays.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(cue.id(), date(cue), what, plays));
  }
}
