// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.function.Consumer;
import loalang.announcements.NoticeFile;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.studio.TextDesk;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The door: every page about notices. On the event loop. */
public final class NoticePages {
  private static final long MAX_TEXT_BYTES = NoticeFile.MAX_BYTES + 64 * 1024L;

  private final PageDoor door;
  private final Rooms rooms;
  private final NoticeDesk desk;

  /** The pages. */
  public NoticePages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.desk = new NoticeDesk(rooms);
  }

  /** Adds the pages to a router; {@code form} reads a form's fields. */
  public void mount(Router router, Handler<RoutingContext> form) {
    Handler<RoutingContext> text = BodyHandler.create(false).setBodyLimit(MAX_TEXT_BYTES);
    router.get("/notices").handler(door.page(Place.NOTICES, this::list));
    router.get("/notices/new").handler(page(visit -> visit.show("notices/new.jte", NewPage.EMPTY)));
    router.post("/notices").handler(text).handler(door.form(Place.NOTICES, this::write));
    new LetterPages(door, rooms).mount(router, form);
    router.get("/notices/:notice").handler(page(this::show));
    router
        .get("/parts/notices/:notice/airings")
        .handler(
            door.part(
                Place.NOTICES,
                visit -> visit.show("notices/airings.jte", desk.airings(notice(visit)))));
    router
        .get("/notices/:notice/edit")
        .handler(page(visit -> visit.show("notices/edit.jte", desk.edit(notice(visit)))));
    router
        .post("/notices/:notice/edit")
        .handler(text)
        .handler(door.form(Place.NOTICES, this::rewrite));
    router.get("/notices/:notice/texts/:number").handler(page(this::text));
    router
        .post("/notices/:notice/readings")
        .handler(form)
        .handler(door.form(Place.NOTICES, this::mend));
    new MakingPages(door, rooms, desk).mount(router, form);
    new SoundPages(door, rooms).mount(router);
    new AirPages(door, rooms).mount(router, form);
  }

  private Handler<RoutingContext> page(Consumer<Visit> answer) {
    return door.page(Place.NOTICES, answer);
  }

  static AnnouncementId notice(Visit visit) {
    return new AnnouncementId(visit.path("notice"));
  }

  private void list(Visit visit) {
    visit.show(
        "notices/list.jte",
        desk.list(
            visit.query("words").orElse("").strip(),
            visit.query("state").flatMap(NoticeState::of)));
  }

  private void write(Visit visit) {
    TypedForm form = TypedForm.of(visit);
    try {
      visit.attempt(
          visit
              .allowed(Permission.WRITE_NOTICES)
              .compose(may -> rooms.desks().writing().texts().write(form.written(), visit.by())),
          card -> visit.goTo("/notices/" + card.id(), "notice-kept"),
          why -> notTyped(visit, form, why));
    } catch (ProblemException refused) {
      notTyped(visit, form, refused.problem());
    }
  }

  private static void notTyped(Visit visit, TypedForm form, Problem why) {
    visit.show(
        Faults.statusOf(why),
        "notices/new.jte",
        new NewPage(form, Optional.of(why), Optional.empty()));
  }

  private void show(Visit visit) {
    visit.show("notices/page.jte", desk.page(notice(visit), look(visit)));
  }

  private static NoticeDesk.Look look(Visit visit) {
    return new NoticeDesk.Look(
        number(visit.query("from")),
        number(visit.query("slot")),
        visit.query("at"),
        visit.query("word").map(String::strip));
  }

  private static int number(Optional<String> text) {
    return text.filter(digits -> digits.matches("\\d{1,6}")).map(Integer::parseInt).orElse(0);
  }

  private void text(Visit visit) {
    int number = number(Optional.of(visit.path("number")));
    visit.show("notices/text.jte", desk.text(notice(visit), number));
  }

  private void rewrite(Visit visit) {
    AnnouncementId id = notice(visit);
    TypedForm form = TypedForm.of(visit);
    TextDesk.Change change =
        new TextDesk.Change(visit.by(), number(Optional.of(visit.field("seen"))));
    try {
      visit.attempt(
          visit
              .allowed(Permission.WRITE_NOTICES)
              .compose(may -> rooms.desks().writing().texts().rewrite(id, form.written(), change)),
          card -> visit.goTo("/notices/" + id, "notice-changed"),
          why -> notChanged(visit, form, why));
    } catch (ProblemException refused) {
      notChanged(visit, form, refused.problem());
    }
  }

  private void notChanged(Visit visit, TypedForm form, Problem why) {
    visit.with(
        desk.edit(notice(visit)),
        page ->
            visit.show(
                Faults.statusOf(why),
                "notices/edit.jte",
                new EditPage(page.card(), form, page.seen(), page.waiting(), Optional.of(why))));
  }

  private void mend(Visit visit) {
    AnnouncementId id = notice(visit);
    String place = visit.field("at");
    visit.with(
        desk.page(id, new NoticeDesk.Look(0, 0, Optional.of(place), Optional.empty())),
        page ->
            page.mend()
                .ifPresentOrElse(
                    form -> mend(visit, page, form),
                    () -> visit.goTo("/notices/" + id, "place-gone")));
  }

  private void mend(Visit visit, NoticePage page, MendForm form) {
    AnnouncementId id = page.card().id();
    if (visit.field("act").equals("let-go")) {
      visit.with(
          visit
              .allowed(Permission.WRITE_NOTICES)
              .compose(may -> desk.letGo(id, form.piece(), visit.by())),
          gone -> visit.goTo(back(page, form, "reading-let-go")));
      return;
    }
    MendForm wish =
        new MendForm(
            form.piece(),
            visit.field("spoken"),
            visit.field("where").equals("dictionary"),
            Optional.empty());
    visit.attempt(
        visit
            .allowed(wish.forAll() ? Permission.EDIT_DICTIONARY : Permission.WRITE_NOTICES)
            .compose(may -> desk.mend(id, wish, visit.by())),
        said -> visit.goTo(back(page, form, said)),
        why ->
            visit.show(
                Faults.statusOf(why),
                "notices/page.jte",
                page.mending(form.refused(wish.spoken(), wish.forAll(), why))));
  }

  /** To the sentence where the place is. */
  private static String back(NoticePage page, MendForm form, String said) {
    return "/notices/"
        + page.card().id()
        + page.around(form.piece()).replace("#", "&said=" + said + "#");
  }
}
