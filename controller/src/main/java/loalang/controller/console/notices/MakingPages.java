// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import loalang.announcements.voice.VoiceId;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.TextDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;

/** A notice is read aloud: begun with a voice, followed, stopped. */
final class MakingPages {
  private final PageDoor door;
  private final Rooms rooms;
  private final NoticeDesk desk;

  MakingPages(PageDoor door, Rooms rooms, NoticeDesk desk) {
    this.door = door;
    this.rooms = rooms;
    this.desk = desk;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .post("/notices/:notice/recording")
        .handler(form)
        .handler(door.form(Place.NOTICES, this::begin));
    router
        .get("/parts/notices/:notice/making")
        .handler(
            door.part(
                Place.NOTICES,
                visit -> visit.show("notices/making.jte", making(NoticePages.notice(visit)))));
    router
        .post("/notices/:notice/making")
        .handler(form)
        .handler(door.form(Place.NOTICES, this::stop));
  }

  private Future<Making> making(AnnouncementId id) {
    return rooms.desks().studio().read(id).map(read -> Making.of(rooms, id, read.language()));
  }

  private void begin(Visit visit) {
    AnnouncementId id = NoticePages.notice(visit);
    Future<NoticeCard> made =
        visit
            .allowed(Permission.WRITE_NOTICES)
            .compose(may -> chooseVoice(visit, id))
            .compose(ready -> rooms.desks().studio().render(id, visit.by()));
    visit.attempt(
        Visit.isDoneSoon(made),
        isDone -> visit.goTo("/notices/" + id, isDone ? "notice-rendered" : "render-begun"),
        why -> again(visit, id, why));
  }

  /** A form without the field, as the smallest page sends it, leaves the voice as it is. */
  private Future<Void> chooseVoice(Visit visit, AnnouncementId id) {
    if (visit.fields("voice").isEmpty()) {
      return Future.succeededFuture();
    }
    String chosen = visit.field("voice");
    Optional<VoiceId> voice =
        chosen.isEmpty() ? Optional.empty() : Optional.of(new VoiceId(chosen));
    voice.ifPresent(rooms.desks().sound().station().voices()::named);
    TextDesk texts = rooms.desks().writing().texts();
    return texts
        .history(id)
        .compose(all -> texts.speakBy(id, voice, new TextDesk.Change(visit.by(), all.size())))
        .mapEmpty();
  }

  private void again(Visit visit, AnnouncementId id, Problem why) {
    visit.with(
        desk.page(id, NoticeDesk.Look.PLAIN),
        page -> visit.show(Faults.statusOf(why), "notices/page.jte", page.refused(why)));
  }

  private void stop(Visit visit) {
    AnnouncementId id = NoticePages.notice(visit);
    visit.with(
        visit
            .allowed(Permission.WRITE_NOTICES)
            .map(
                may -> {
                  rooms.desks().sound().productions().cancel(id);
                  return id;
                }),
        stopped -> visit.goTo("/notices/" + id, "render-stopped"));
  }
}
