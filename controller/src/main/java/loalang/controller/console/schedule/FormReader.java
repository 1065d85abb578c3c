// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import loalang.controller.clockwork.Thing;
import loalang.protocol.AnnouncementId;
import loalang.protocol.ProblemException;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.calendar.DateSpan;
import loalang.schedules.calendar.Season;
import loalang.schedules.programme.Campaign;
import loalang.schedules.programme.Campaign.Placement;
import loalang.schedules.programme.Episodes;
import loalang.schedules.programme.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * Understands what stands in the form, and keeps of what was known all that the form has no field
 * for: voices, days without, where it came from. Pure.
 */
final class FormReader {
  private final PlanForm form;
  private final ZoneId zone;

  FormReader(PlanForm form, ZoneId zone) {
    this.form = form;
    this.zone = zone;
  }

  /**
   * What is meant.
   *
   * @param known what it was before; empty if it is new
   * @throws ProblemException with what is missing or wrong
   */
  Thing read(Optional<Thing> known) {
    return form.isOnce()
        ? new Thing.OfWish(wish(known.map(thing -> ((Thing.OfWish) thing).wish())))
        : new Thing.OfCampaign(campaign(known.map(thing -> ((Thing.OfCampaign) thing).campaign())));
  }

  private OneOff wish(Optional<OneOff> known) {
    LocalDate day =
        FormWords.date(form.when().first())
            .orElseThrow(() -> FormWords.wrongDays("No day was chosen."));
    LocalTime time = FormWords.times(form.when().times()).first();
    return new OneOff(
        known.map(OneOff::id).orElseGet(() -> new CueId("mot-lan-" + UUID.randomUUID())),
        notices().get(0),
        FormWords.zones(form.zones()),
        FormWords.priority(form.manner().priority()),
        day.atTime(time).atZone(zone).toInstant(),
        FormWords.late(form.manner().late(), known.map(OneOff::late).orElse(LateRule.USUAL)));
  }

  private Campaign campaign(Optional<Campaign> known) {
    String title = FormWords.title(form.title());
    Optional<Episodes> said = known.map(Campaign::episodes);
    @Nullable Duration lasts = said.flatMap(Episodes::saidToLast).orElse(null);
    List<AnnouncementId> notices = notices();
    boolean isEach = form.manner().rotation().equals("each-airing");
    Episodes.Rotation rotation = isEach ? Episodes.Rotation.EACH_AIRING : Episodes.Rotation.DAILY;
    return new Campaign(
        known.map(Campaign::id).orElseGet(() -> FormWords.freshId(title, "chien-dich")),
        title,
        season(known.map(Campaign::season)),
        FormWords.audience(form.zones(), form.manner().priority(), known.map(Campaign::audience)),
        FormWords.ranged(
            () ->
                new Episodes(notices, rotation, FormWords.number(form.manner().repeats()), lasts)),
        placement(),
        FormWords.late(form.manner().late(), known.map(Campaign::late).orElse(LateRule.USUAL)));
  }

  private Season season(Optional<Season> known) {
    @Nullable LocalDate first = FormWords.date(form.when().first()).orElse(null);
    @Nullable LocalDate last = FormWords.date(form.when().last()).orElse(null);
    Set<DayOfWeek> days = FormWords.days(form.when().days());
    if (days.isEmpty() || (first != null && last != null && last.isBefore(first))) {
      throw FormWords.wrongDays(
          "From \"%s\" to \"%s\" on %d weekdays there is no day."
              .formatted(form.when().first(), form.when().last(), days.size()));
    }
    return new Season(
        known.map(Season::timeZone).orElse(zone),
        new DateSpan(first, last),
        days,
        known.map(Season::holidays).orElse(Season.HolidayRule.PLAY),
        known.map(Season::except).orElse(Set.of()));
  }

  private Placement placement() {
    if (form.when().sessions().isEmpty()) {
      return new Placement.AtTimes(FormWords.times(form.when().times()));
    }
    return new Placement.InSessions(
        form.when().sessions().stream().sorted().map(ProgrammeId::new).toList());
  }

  private List<AnnouncementId> notices() {
    if (form.notices().isEmpty()) {
      throw FormWords.problem(
          "PLAN_NOTICE_MISSING", "No notice was chosen.", "Choose what is to be heard.");
    }
    return form.notices().stream().map(AnnouncementId::new).toList();
  }
}
