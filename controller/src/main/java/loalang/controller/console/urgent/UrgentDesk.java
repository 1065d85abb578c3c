// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.urgent;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import loalang.controller.api.Rooms;
import loalang.controller.approval.Emergency;
import loalang.controller.approval.EmergencyDesk;
import loalang.controller.audit.Author;
import loalang.controller.console.frame.Visit;
import loalang.controller.console.frame.ZoneChoice;
import loalang.controller.ledger.AiringRecord;
import loalang.controller.ledger.Evidence;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Productions;
import loalang.controller.studio.Studio;
import loalang.protocol.AiringId;
import loalang.protocol.AnnouncementId;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;
import loalang.protocol.Problem;
import loalang.schedules.CueId;
import loalang.schedules.LateRule;
import loalang.schedules.OneOff;

/** Puts the pages about emergencies together from what the rooms know. On the event loop. */
final class UrgentDesk {
  static final String AIRINGS = "/emergency/airings/";

  private static final int SEARCHED = 200;
  private static final int FEW = 5;

  private final Rooms rooms;

  UrgentDesk(Rooms rooms) {
    this.rooms = rooms;
  }

  /** What whoever looks may not do. */
  interface Rights {
    Optional<Problem> ask(Set<PagingZone> zones);

    Optional<Problem> release(Set<PagingZone> zones);
  }

  Future<EmergencyPage> start(
      EmergencyForm form, Optional<Problem> denied, Optional<Problem> problem) {
    Future<List<Emergency>> waiting = rooms.people().emergencies().waiting();
    Future<List<AiringRecord>> airings = rooms.log().newest(SEARCHED);
    Future<List<NoticeCard>> ready = ready();
    return Future.all(waiting, airings, ready)
        .map(
            known ->
                new EmergencyPage(
                    waiting.result(),
                    emergencies(airings.result()),
                    ready.result(),
                    ZoneChoice.of(rooms.roster()),
                    form,
                    denied,
                    problem));
  }

  private static List<AiringRecord> emergencies(List<AiringRecord> airings) {
    return airings.stream()
        .filter(airing -> airing.planned().priority() == Priority.EMERGENCY)
        .limit(FEW)
        .toList();
  }

  private Future<List<NoticeCard>> ready() {
    return rooms
        .desks()
        .studio()
        .newest(SEARCHED)
        .map(
            cards ->
                cards.stream()
                    .filter(card -> card.recording().isPresent())
                    .filter(card -> Studio.noticeOf(card).priority() == Priority.EMERGENCY)
                    .limit(FEW)
                    .toList());
  }

  /**
   * Writes a text down and has it read aloud, which may go on; fails with why it cannot be read.
   */
  Future<AnnouncementId> make(EmergencyForm form, Author by) {
    return rooms
        .desks()
        .writing()
        .texts()
        .write(form.written(), by)
        .compose(
            card ->
                Visit.isDoneSoon(rooms.desks().studio().render(card.id(), by))
                    .map(isDone -> card.id()));
  }

  Future<HearPage> hear(
      AnnouncementId id, EmergencyForm form, Author by, Optional<Problem> problem) {
    Optional<Productions.Progress> reading = reading(id);
    Future<NoticeCard> card = reading.isPresent() ? rooms.desks().studio().find(id) : rendered(id);
    return card.compose(found -> rooms.people().emergencies().isSecondPersonNeeded(by))
        .map(
            needsTwo ->
                new HearPage(
                    card.result(),
                    reading.filter(one -> card.result().recording().isEmpty()),
                    bodyOf(card.result()),
                    ZoneChoice.of(rooms.roster()),
                    form,
                    needsTwo,
                    problem));
  }

  private Optional<Productions.Progress> reading(AnnouncementId id) {
    return rooms.desks().sound().productions().of(id).stream()
        .filter(one -> one.key().version().equals(Studio.PLAIN))
        .findFirst();
  }

  /** Asks a second person; without need of one it is aired at once. Where to look then. */
  Future<String> ask(AnnouncementId id, Set<PagingZone> zones, Author by) {
    EmergencyDesk desk = rooms.people().emergencies();
    return desk.isSecondPersonNeeded(by)
        .compose(
            needsTwo ->
                needsTwo
                    ? desk.ask(by, id, zones).map(wish -> AIRINGS + wish.airing() + "?said=asked")
                    : airAlone(id, zones, by));
  }

  private Future<String> airAlone(AnnouncementId id, Set<PagingZone> zones, Author by) {
    OneOff wish =
        new OneOff(
            new CueId("khan-" + UUID.randomUUID()),
            id,
            zones,
            Priority.EMERGENCY,
            rooms.timetable().soon(),
            LateRule.USUAL);
    return rooms
        .people()
        .clear(by, id, Priority.EMERGENCY)
        .compose(clear -> rendered(id))
        .compose(card -> rooms.timetable().air(wish, card, by))
        .map(airing -> "/?said=aired");
  }

  Future<WishPage> wish(AiringId airing, Rights rights) {
    Instant now = rooms.timetable().outlook().now();
    Future<EmergencyDesk.Standing> standing = rooms.people().emergencies().of(airing);
    Future<NoticeCard> card =
        standing.compose(known -> rooms.desks().studio().find(known.wish().notice()));
    Future<Optional<Evidence>> told = rooms.log().evidence(airing);
    return Future.all(standing, card, told)
        .map(
            known -> {
              Set<PagingZone> zones = standing.result().wish().zones();
              return new WishPage(
                  standing.result(),
                  card.result(),
                  bodyOf(card.result()),
                  told.result().map(Course::of),
                  new WishPage.View(now, rights.release(zones), rights.ask(zones)));
            });
  }

  Future<AiringRecord> letOut(
      AiringId airing, Author by, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return rooms.letOut(by, airing, mayIn);
  }

  Future<Emergency> withdraw(
      AiringId airing, Author by, Function<Set<PagingZone>, Optional<Problem>> mayIn) {
    return rooms.people().emergencies().withdraw(by, airing, mayIn);
  }

  private Future<NoticeCard> rendered(AnnouncementId id) {
    return rooms
        .desks()
        .studio()
        .find(id)
        .compose(card -> Studio.recordingOf(card).map(recording -> card));
  }

  private static String bodyOf(NoticeCard card) {
    return Studio.noticeOf(card).body();
  }

  List<ZoneChoice> zones() {
    return ZoneChoice.of(rooms.roster());
  }
}
