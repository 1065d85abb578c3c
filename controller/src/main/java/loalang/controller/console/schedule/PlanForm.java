// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.frame.Visit;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Episodes;
import loalang.schedules.programme.ProgrammeId;
import loalang.schedules.programme.SheetEdit.Section;

/**
 * A single airing or a campaign, as it stands in the form: words, not yet understood.
 *
 * @param section which of the two
 * @param id empty while it is new
 * @param title of a campaign
 * @param notices what is heard, in order
 * @param zones that are ticked
 * @param when on which days, at which times
 * @param manner how often, how urgent, how late
 */
public record PlanForm(
    Section section,
    String id,
    String title,
    List<String> notices,
    Set<String> zones,
    When when,
    Manner manner) {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  public PlanForm {
    notices = List.copyOf(notices);
    zones = Set.copyOf(zones);
  }

  /**
   * On which days, at which times.
   *
   * @param first day, as 2026-11-25; of a single airing the only one
   * @param last day; may be empty
   * @param days of the week, 1 for Monday
   * @param times as 05:45, 17:15; of a single airing the only one
   * @param sessions programmes it is heard in; then the times do not count
   */
  public record When(
      String first, String last, Set<String> days, String times, Set<String> sessions) {
    public When {
      days = Set.copyOf(days);
      sessions = Set.copyOf(sessions);
    }
  }

  /**
   * How often, how urgent, how late.
   *
   * @param repeats in a row, 1 to 9
   * @param rotation daily or each-airing
   * @param priority as on the wire
   * @param late in minutes
   */
  public record Manner(String repeats, String rotation, String priority, String late) {
    static final Manner USUAL = new Manner("1", "daily", "routine", "1");
  }

  /** What was sent. */
  static PlanForm of(Visit visit, Section section, String id) {
    return new PlanForm(
        section,
        id,
        visit.field("title"),
        visit.fields("notice").stream().filter(notice -> !notice.isBlank()).toList(),
        Set.copyOf(visit.fields("zone")),
        new When(
            visit.field("first"),
            visit.field("last"),
            Set.copyOf(visit.fields("weekday")),
            visit.field("times"),
            visit.field("place-in-day").equals("sessions")
                ? Set.copyOf(visit.fields("session"))
                : Set.of()),
        new Manner(
            visit.field("repeats"),
            visit.field("rotation"),
            visit.field("priority"),
            visit.field("late")));
  }

  /** An empty form. */
  static PlanForm fresh(Section section, String day) {
    return new PlanForm(
        section,
        "",
        "",
        List.of(),
        Set.of(),
        new When(day, "", weekdays(Set.of(DayOfWeek.values())), "", Set.of()),
        Manner.USUAL);
  }

  /** What is known. */
  static PlanForm of(Thing thing, ZoneId zone) {
    return switch (thing.section()) {
      case CAMPAIGNS -> of(((Thing.OfCampaign) thing).campaign());
      case ONE_OFFS -> of(((Thing.OfWish) thing).wish(), zone);
      default -> throw new IllegalArgumentException(thing.key() + " is nothing that sounds.");
    };
  }

  private static PlanForm of(OneOff wish, ZoneId zone) {
    PlanForm moved =
        new PlanForm(
            Section.ONE_OFFS,
            wish.id().value(),
            "",
            List.of(wish.announcement().value()),
            names(wish.zones()),
            new When("", "", Set.of(), "", Set.of()),
            new Manner(
                "1",
                "daily",
                wish.priority().wireName(),
                String.valueOf(wish.late().grace().toMinutes())));
    return moved.at(wish.start(), zone);
  }

  private static PlanForm of(Campaign campaign) {
    Season season = campaign.season();
    Episodes episodes = campaign.episodes();
    Placement placement = campaign.placement();
    return new PlanForm(
        Section.CAMPAIGNS,
        campaign.id().value(),
        campaign.title(),
        episodes.announcements().stream().map(AnnouncementId::value).toList(),
        names(campaign.audience().zones()),
        new When(
            String.valueOf(season.span().first()).replace("null", ""),
            String.valueOf(season.span().last()).replace("null", ""),
            weekdays(season.weekdays()),
            placement instanceof Placement.AtTimes at ? times(at.times().stream()) : "",
            placement instanceof Placement.InSessions in
                ? in.programmes().stream().map(ProgrammeId::value).collect(Collectors.toSet())
                : Set.of()),
        new Manner(
            String.valueOf(episodes.times()),
            episodes.rotation() == Episodes.Rotation.DAILY ? "daily" : "each-airing",
            campaign.audience().priority().wireName(),
            String.valueOf(campaign.late().grace().toMinutes())));
  }

  /**
   * The same at another instant; of a campaign only the time of day moves, and only if it has one.
   */
  PlanForm at(Instant start, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(start, zone).truncatedTo(ChronoUnit.SECONDS);
    boolean isOnce = section == Section.ONE_OFFS;
    return new PlanForm(
        section,
        id,
        title,
        notices,
        zones,
        new When(
            isOnce ? local.toLocalDate().toString() : when.first(),
            when.last(),
            when.days(),
            times(Stream.of(local.toLocalTime())),
            when.sessions()),
        manner);
  }

  /** The same with one of its times moved; as it was if it has no such time. */
  PlanForm moved(LocalTime from, LocalTime to) {
    String moved =
        Stream.of(when.times().split(", ", -1))
            .map(time -> time.equals(times(Stream.of(from))) ? times(Stream.of(to)) : time)
            .collect(Collectors.joining(", "));
    When other = new When(when.first(), when.last(), when.days(), moved, when.sessions());
    return new PlanForm(section, id, title, notices, zones, other, manner);
  }

  /** The same with these zones ticked. */
  PlanForm in(Set<String> others) {
    return new PlanForm(section, id, title, notices, others, when, manner);
  }

  /** The same with this notice. */
  PlanForm saying(String notice) {
    return new PlanForm(section, id, title, List.of(notice), zones, when, manner);
  }

  /** True if it is a single airing. */
  public boolean isOnce() {
    return section == Section.ONE_OFFS;
  }

  /** True if it is not in the schedule yet. */
  public boolean isNew() {
    return id.isEmpty();
  }

  /** How what it changes is found. */
  Thing.Key key() {
    return new Thing.Key(section, id);
  }

  /** Where the form is sent. */
  public String path() {
    return isNew()
        ? "/schedule/new/" + section.word()
        : "/schedule/items/" + section.word() + "/" + id;
  }

  /** What sounds in this place of the order, from 0; empty if nothing does. */
  public String notice(int place) {
    return place < notices.size() ? notices.get(place) : "";
  }

  private static String times(Stream<LocalTime> times) {
    return times
        .map(time -> time.getSecond() == 0 ? HOUR.format(time) : time.toString())
        .collect(Collectors.joining(", "));
  }

  private static Set<String> names(Set<PagingZone> zones) {
    return zones.stream().map(PagingZone::value).collect(Collectors.toSet());
  }

  private static Set<String> weekdays(Set<DayOfWeek> days) {
    return days.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.toSet());
  }
}
