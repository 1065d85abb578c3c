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
import java.util.Set;
import loalang.protocol.AnnouncementId;
import loalang.schedules.CueId;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Audience;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Programme;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.Slot;
import loalang.schedules.programme.SlotItem;
import loalang.schedules.release.Wanted;

/** Works out everything that is asked for in one stretch of time, before anything is weighed. */
final class Offers {
  private final Ground ground;
  private final Timetable timetable;
  private final PlanningRules rules;
  private final Atoms atoms;
  private final Window window;
  private final List<Offer> offers = new ArrayList<>();
  private final Refusals refusals;

  private Offers(Ground ground, Window window, Refusals refusals) {
    this.ground = ground;
    this.timetable = ground.timetable();
    this.rules = ground.rules();
    this.atoms = ground.atoms();
    this.window = window;
    this.refusals = refusals;
  }

  /** What planning stands on: what was said, what holds, and which clusters are alike. */
  record Ground(Timetable timetable, PlanningRules rules, Atoms atoms) {

    Duration length(SlotItem item) {
      return item.saidToLast().orElseGet(() -> rules.lengths().of(item.announcement()));
    }

    /** What a release of this airing would name, and who has released it. */
    Offer.Consent consent(CueId id, AnnouncementId what, Audience audience, Instant named) {
      Wanted wanted = new Wanted(id, what, audience.zones(), named);
      return new Offer.Consent(
          wanted, timetable.releases().isEmpty() ? Set.of() : timetable.releasesOf(wanted));
    }
  }

  /** What is asked for; what already falls out (holiday, no such session) becomes a refusal. */
  static List<Offer> of(Ground ground, Window window, Refusals refusals) {
    Offers all = new Offers(ground, window, refusals);
    ground.timetable().programmes().values().forEach(all::programme);
    ground.timetable().campaigns().values().forEach(all::campaign);
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
    if (isOffBecauseOfHoliday(programme.season(), date, id, programme.title())) {
      return;
    }
    SessionOffers session = new SessionOffers(ground, refusals, programme, slot, start);
    slot.items().forEach(session::own);
    for (Campaign campaign : joining(programme.id(), date)) {
      CueId joined = session.nameOf(campaign);
      if (!isOffBecauseOfHoliday(campaign.season(), date, joined, campaign.title())) {
        session.joined(campaign, date);
      }
    }
    slot.closingItem().ifPresent(session::own);
    offers.addAll(session.offers());
  }

  private boolean isOffBecauseOfHoliday(Season season, LocalDate date, CueId id, String title) {
    boolean matters = season.holidays() != Season.HolidayRule.PLAY;
    if (matters && !rules.holidays().know(date.getYear())) {
      refusals.holidaysUnknown(id, title, date.getYear());
    }
    boolean isOff = !season.agrees(rules.holidays().on(date).isPresent());
    if (isOff) {
      refusals.holiday(id, title, date);
    }
    return isOff;
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
      if (isOffBecauseOfHoliday(campaign.season(), date, id, campaign.title())) {
        continue;
      }
      SlotItem episode =
          campaign.episodes().turn(daysHeardBefore(campaign, date), airing, times.size());
      Offer.Place place =
          new Offer.Place(campaign.audience(), atoms.part(campaign.audience().zones()));
      Instant next = start;
      for (int hearing = 0; hearing < episode.times(); hearing++) {
        CueId hearingId = CueId.of(campaign.id().value(), ordinal("at", hearing), start);
        Duration length = ground.length(episode);
        offers.add(
            new Offer(
                hearingId,
                campaign.title(),
                Offer.Content.of(episode.announcement()),
                place,
                next,
                length,
                campaign.late(),
                null,
                ground.consent(hearingId, episode.announcement(), campaign.audience(), start)));
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

  static long daysHeardBefore(Campaign campaign, LocalDate date) {
    LocalDate first = campaign.season().span().first();
    LocalDate from = first == null ? LocalDate.EPOCH : first;
    long weeks = ChronoUnit.WEEKS.between(from, date);
    long days = weeks * campaign.season().weekdays().size();
    for (LocalDate day = from.plusWeeks(weeks); day.isBefore(date); day = day.plusDays(1)) {
      days += campaign.season().weekdays().contains(day.getDayOfWeek()) ? 1 : 0;
    }
    return days - exceptionsBetween(from, date, campaign.season());
  }

  /** Days on which it would have been heard and was not, so that no episode is lost by them. */
  private static long exceptionsBetween(LocalDate from, LocalDate date, Season season) {
    return season.except().stream()
        .filter(day -> !day.isBefore(from) && day.isBefore(date))
        .filter(day -> season.weekdays().contains(day.getDayOfWeek()))
        .count();
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
  static String ordinal(String name, int hearing) {
    return hearing == 0 ? name : name + "--" + (hearing + 1);
  }
}
