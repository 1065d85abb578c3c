// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import loalang.controller.api.Rooms;
import loalang.controller.audit.Author;
import loalang.controller.clockwork.Outlook;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.speakers.Speaker;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Studio;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.CueVerdict;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;
import loalang.schedules.rundown.PlannedItem;
import loalang.schedules.rundown.Window;

/** Looks before a notice is sent to air, and sends it. On the event loop. */
final class AirDesk {
  private static final Duration LONGEST = Duration.ofHours(3); // what sounds now began by then

  private final Rooms rooms;
  private final ZoneId zone;

  AirDesk(Rooms rooms, ZoneId zone) {
    this.rooms = rooms;
    this.zone = zone;
  }

  /** The form as it is opened; fails with RECORDING_MISSING. */
  Future<AirPage> open(AnnouncementId id) {
    Future<NoticeCard> card = rendered(id);
    return card.compose(found -> rooms.desks().studio().read(id))
        .map(
            notice ->
                page(
                    card.result(),
                    new AirForm(notice.zones(), true, "", "", notice.priority()),
                    Optional.empty(),
                    Optional.empty()));
  }

  /** The form with why it was refused. */
  Future<AirPage> refused(AnnouncementId id, AirForm form, Problem why) {
    return rendered(id).map(card -> page(card, form, Optional.empty(), Optional.of(why)));
  }

  /** What would come of it. */
  Future<AirPage> check(AnnouncementId id, AirForm form) {
    Future<NoticeCard> card = rendered(id);
    return card.compose(
        found -> {
          OneOff wish = wish(id, form);
          Instant end = wish.start().plus(found.recording().orElseThrow().duration());
          Future<CueVerdict> verdict = rooms.timetable().judge(wish);
          Window around = new Window(wish.start().minus(LONGEST), end);
          Future<Outlook.ByZone> plan = rooms.timetable().outlook().byZone(wish.zones(), around);
          return Future.all(verdict, plan)
              .map(
                  known ->
                      page(
                          found,
                          form,
                          Optional.of(
                              new AirPage.Check(
                                  wish.start(),
                                  end,
                                  refusal(verdict.result()),
                                  meanwhile(plan.result(), wish.start()),
                                  silent(wish.zones()))),
                          Optional.empty()));
        });
  }

  /** Sends it to air; fails with why it cannot be. */
  Future<AiringRecord> air(AnnouncementId id, AirForm form, Author by) {
    return rendered(id)
        .compose(
            card ->
                rooms
                    .people()
                    .clear(by, id, form.priority())
                    .compose(clear -> rooms.timetable().air(wish(id, form), card, by)));
  }

  private Future<NoticeCard> rendered(AnnouncementId id) {
    return rooms
        .desks()
        .studio()
        .find(id)
        .compose(card -> Studio.recordingOf(card).map(recording -> card));
  }

  private AirPage page(
      NoticeCard card, AirForm form, Optional<AirPage.Check> check, Optional<Problem> problem) {
    List<AirPage.Place> places =
        new TreeSet<>(rooms.roster().zones())
            .stream().map(where -> place(where, List.copyOf(rooms.roster().all()))).toList();
    return new AirPage(card, places, form, check, problem);
  }

  private static AirPage.Place place(PagingZone where, List<Speaker> speakers) {
    List<Speaker> here = speakers.stream().filter(speaker -> speaker.isIn(where)).toList();
    return new AirPage.Place(where, here.stream().filter(Speaker::isOnline).count(), here.size());
  }

  private OneOff wish(AnnouncementId id, AirForm form) {
    Instant start =
        form.start(zone).orElseGet(rooms.timetable()::soon).truncatedTo(ChronoUnit.MILLIS);
    return new OneOff(
        new CueId("phat-" + UUID.randomUUID()),
        id,
        form.where(),
        form.priority(),
        start,
        LateRule.USUAL);
  }

  private long silent(Set<PagingZone> zones) {
    return rooms.roster().all().stream()
        .filter(speaker -> zones.stream().anyMatch(speaker::isIn))
        .filter(speaker -> !speaker.isOnline())
        .count();
  }

  private static Optional<Problem> refusal(CueVerdict verdict) {
    return verdict instanceof CueVerdict.Refused refused
        ? Optional.of(refused.why())
        : Optional.empty();
  }

  private static List<PlannedItem> meanwhile(Outlook.ByZone plan, Instant start) {
    Set<PlannedItem> once = new LinkedHashSet<>();
    plan.items().values().forEach(once::addAll);
    return once.stream()
        .filter(item -> item.end().isAfter(start))
        .sorted(Comparator.comparing(item -> item.cue().start()))
        .toList();
  }
}
