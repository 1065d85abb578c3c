// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.schedules.rundown;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import loalang.schedules.CueId;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotItem;

/** Works out everything that is asked for in one stretch of time, before anything is weighed. */
final class Offers {
  private final Timetable timetable;
  private final PlanningRules rules;
  private final Atoms atoms;
  private final Window window;
  private final List<Offer> offers = new ArrayList<>();
  private final Refusals refusals;

  private Offers(Timetable timetable, PlanningRules rules, Atoms atoms, DayLedger ledger) {
    this.timetable = timetable;
    this.rules = rules;
    this.atoms = atoms;
    this.window = ledger.window();
    this.refusals = ledger.refusals();
  }

  /** What is asked for; what already falls out (holiday, no such session) becomes a refusal. */
  static List<Offer> of(Timetable timetable, PlanningRules rules, Atoms atoms, DayLedger ledger) {
    Offers all = new Offers(timetable, rules, atoms, ledger);
    timetable.programmes().values().forEach(all::programme);
    timetable.campaigns().values().forEach(all::campaign);
    return all.offers;
  }

  private void programme(Programme programme) {
    for (LocalDate date : datesIn(programme.season().timeZone())) {
      if (programme.season().holds(date)) {
        for (Slot slot : programme.slots()) {
          Instant start = instant(date, slot.at(), programme.season());
          if (slot.days().contains(date.getDayOfWeek()) && window.holds(start)) {
            session(programme, slot, date, start);
          }
        }
      }
    }
  }

  private void session(Programme programme, Slot slot, LocalDate date, Instant start) {
    CueId id = CueId.of(programme.id().value(), slot.id().value(), start);
    if (!programme.season().agrees(rules.holidays().on(date).isPresent())) {
      refusals.holiday(id, programme.title(), date);
      return;
    }
    SessionBuilder session = new SessionBuilder(programme, slot, start);
    slot.items().forEach(session::own);
    for (Campaign campaign : joining(programme.id(), date)) {
      session.joined(campaign, date);
    }
    slot.closingItem().ifPresent(session::own);
  }

  private List<Campaign> joining(ProgrammeId programme, LocalDate date) {
    return timetable.campaigns().values().stream()
        .filter(
            campaign ->
                campaign.placement() instanceof Placement.InSessions in
                    && in.programmes().contains(programme))
        .filter(campaign -> campaign.season().holds(date))
        .sorted(
            Comparator.comparing((Campaign campaign) -> campaign.audience().priority())
                .reversed()
                .thenComparing(campaign -> campaign.id().value()))
        .toList();
  }

  private void campaign(Campaign campaign) {
    for (LocalDate date : datesIn(campaign.season().timeZone())) {
      if (campaign.season().holds(date)) {
        if (campaign.placement() instanceof Placement.AtTimes at) {
          atTimes(campaign, new ArrayList<>(at.times()), date);
        } else if (campaign.placement() instanceof Placement.InSessions in) {
          refuseWithoutSession(campaign, in, date);
        }
      }
    }
  }

  private void atTimes(Campaign campaign, List<LocalTime> times, LocalDate date) {
    for (int airing = 0; airing < times.size(); airing++) {
      Instant start = instant(date, times.get(airing), campaign.season());
      if (!window.holds(start)) {
        continue;
      }
      CueId id = CueId.of(campaign.id().value(), "at", start);
      if (!campaign.season().agrees(rules.holidays().on(date).isPresent())) {
        refusals.holiday(id, campaign.title(), date);
        continue;
      }
      SlotItem episode =
          campaign.episodes().turn(daysHeardBefore(campaign, date), airing, times.size());
      Offer.Place place =
          new Offer.Place(campaign.audience(), atoms.part(campaign.audience().zones()));
      Instant next = start;
      for (int hearing = 0; hearing < episode.times(); hearing++) {
        CueId hearingId = CueId.of(campaign.id().value(), ordinal("at", hearing), start);
        Duration length = length(episode);
        offers.add(
            new Offer(
                hearingId, campaign.title(), episode, place, next, length, campaign.late(), null));
        next = next.plus(length);
      }
    }
  }

  private void refuseWithoutSession(Campaign campaign, Placement.InSessions in, LocalDate date) {
    for (ProgrammeId id : in.programmes()) {
      Programme programme = timetable.programmes().get(id);
      boolean happens =
          programme != null
              && programme.season().holds(date)
              && programme.season().agrees(rules.holidays().on(date).isPresent())
              && programme.slots().stream().anyMatch(s -> s.days().contains(date.getDayOfWeek()));
      Instant noon = instant(date, LocalTime.NOON, campaign.season());
      if (!happens && window.holds(noon)) {
        refusals.noSession(CueId.of(campaign.id().value(), "none", noon), campaign.title(), id);
      }
    }
  }

  private static long daysHeardBefore(Campaign campaign, LocalDate date) {
    LocalDate first = campaign.season().span().first();
    LocalDate from = first == null ? LocalDate.EPOCH : first;
    long weeks = ChronoUnit.WEEKS.between(from, date);
    long days = weeks * campaign.season().weekdays().size();
    for (LocalDate day = from.plusWeeks(weeks); day.isBefore(date); day = day.plusDays(1)) {
      days += campaign.season().weekdays().contains(day.getDayOfWeek()) ? 1 : 0;
    }
    return days;
  }

  private Duration length(SlotItem item) {
    return item.saidToLast().orElseGet(() -> rules.lengths().of(item.announcement()));
  }

  private List<LocalDate> datesIn(ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(window.from(), zone);
    LocalDate last = LocalDate.ofInstant(window.until(), zone);
    return first.datesUntil(last.plusDays(1)).toList();
  }

  private static Instant instant(LocalDate date, LocalTime time, Season season) {
    return date.atTime(time).atZone(season.timeZone()).toInstant();
  }

  /** The first hearing has the plain name, so that a repeat added later renames nothing. */
  private static String ordinal(String name, int hearing) {
    return hearing == 0 ? name : name + "--" + (hearing + 1);
  }

  /** One session, item after item. */
  private final class SessionBuilder {
    private final Programme programme;
    private final Slot slot;
    private final Instant start;
    private final Offer.Place place;
    private final String name;
    private Instant next;
    private int hearings;

    SessionBuilder(Programme programme, Slot slot, Instant start) {
      this.programme = programme;
      this.slot = slot;
      this.start = start;
      this.next = start;
      this.place = new Offer.Place(programme.audience(), atoms.part(programme.audience().zones()));
      this.name = programme.id() + "/" + slot.id();
    }

    void own(SlotItem item) {
      for (int hearing = 0; hearing < item.times(); hearing++) {
        CueId id = CueId.of(programme.id().value(), ordinal(slot.id().value(), hearings), start);
        hearings++;
        add(new Offer(id, programme.title(), item, place, next, length(item), slot.late(), name));
      }
    }

    void joined(Campaign campaign, LocalDate date) {
      Placement.InSessions in = (Placement.InSessions) campaign.placement();
      int airing = in.programmes().indexOf(programme.id());
      SlotItem episode =
          campaign.episodes().turn(daysHeardBefore(campaign, date), airing, in.airingsADay());
      // A campaign may join two sessions that start at one instant; the session is in the name.
      String session = "s" + Integer.toHexString(name.hashCode());
      CueId id = CueId.of(campaign.id().value(), session, start);
      if (!campaign.season().agrees(rules.holidays().on(date).isPresent())) {
        refusals.holiday(id, campaign.title(), date);
        return;
      }
      Atoms.Part part = atoms.part(campaign.audience().zones()).and(place.part());
      if (part.isEmpty()) {
        refusals.noCommonZone(id, campaign.title(), programme.title());
        return;
      }
      for (int hearing = 0; hearing < episode.times(); hearing++) {
        CueId hearingId = CueId.of(campaign.id().value(), ordinal(session, hearing), start);
        Offer.Place heard = new Offer.Place(campaign.audience(), part);
        add(
            new Offer(
                hearingId,
                campaign.title(),
                episode,
                heard,
                next,
                length(episode),
                campaign.late(),
                name));
      }
    }

    private void add(Offer offer) {
      Duration end = Duration.between(start, next).plus(offer.length());
      if (end.compareTo(rules.limits().session()) > 0) {
        refusals.sessionTooLong(offer, rules.limits().session());
        return;
      }
      offers.add(offer);
      next = next.plus(offer.length());
    }
  }
}
