// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.schedule;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.clockwork.ItemDesk;
import loalang.controller.clockwork.Thing;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.protocol.Problem;
import loalang.schedules.programme.ProgrammeSheet;
import loalang.schedules.programme.SheetEdit.Section;
import loalang.schedules.rundown.Stillness;
import loalang.schedules.rundown.Window;

/** The page of days that are not like others: looked at, added, taken out. */
final class CalendarPages {
  private static final String HERE = "/schedule/calendar";
  private static final String TEMPLATE = "schedule/calendar.jte";
  private static final Duration YEAR = Duration.ofDays(366);

  private final PageDoor door;
  private final Rooms rooms;
  private final FormDesk forms;

  CalendarPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.forms = new FormDesk(rooms, door.face().zone());
  }

  void mount(Router router, Handler<RoutingContext> form) {
    router
        .get(HERE)
        .handler(
            door.page(
                Place.SCHEDULE,
                visit ->
                    visit.show(
                        TEMPLATE, page(CalendarForm.EMPTY, Optional.empty(), Optional.empty()))));
    router.post(HERE).handler(form).handler(door.form(Place.SCHEDULE, this::take));
    router
        .post(HERE + "/:section/:id/remove")
        .handler(form)
        .handler(door.form(Place.SCHEDULE, this::remove));
  }

  private void take(Visit visit) {
    CalendarForm form = CalendarForm.of(visit);
    if (visit.field("act").equals("save")) {
      visit.attempt(
          visit
              .allowed(Permission.PLAN)
              .compose(may -> rooms.timetable().items().put(read(form), visit.by())),
          saved -> visit.goTo(HERE, "item-saved"),
          why -> again(visit, form, why));
    } else {
      visit.attempt(
          Future.succeededFuture()
              .compose(begin -> forms.check(read(form)))
              .compose(check -> page(form, Optional.of(check), Optional.empty())),
          page -> visit.show(TEMPLATE, page),
          why -> again(visit, form, why));
    }
  }

  private Thing read(CalendarForm form) {
    return form.read(door.face().zone());
  }

  private void again(Visit visit, CalendarForm form, Problem why) {
    visit.with(
        page(form, Optional.empty(), Optional.of(why)),
        page -> visit.show(Faults.statusOf(why), TEMPLATE, page));
  }

  private void remove(Visit visit) {
    Section section =
        visit.path("section").equals(Section.HOLIDAYS.word())
            ? Section.HOLIDAYS
            : Section.DO_NOT_PLAY;
    Thing.Key key = new Thing.Key(section, visit.path("id"));
    visit.with(
        visit
            .allowed(Permission.PLAN)
            .compose(may -> rooms.timetable().items().remove(key, visit.by())),
        done -> visit.goTo(HERE, "item-removed"));
  }

  private Future<CalendarPage> page(
      CalendarForm form, Optional<FormPage.Check> check, Optional<Problem> problem) {
    Future<List<ItemDesk.Found>> things = rooms.timetable().items().all();
    Future<ProgrammeSheet> sheet = rooms.timetable().outlook().held();
    Window year = Window.of(rooms.timetable().outlook().now(), YEAR);
    Future<List<Stillness>> holidays = rooms.timetable().outlook().holidays(year);
    return Future.all(things, sheet, holidays)
        .map(
            known ->
                new CalendarPage(
                    only(things.result(), Thing.OfPeace.class).toList(),
                    only(things.result(), Thing.OfHoliday.class).toList(),
                    holidays.result(),
                    forms.zones(sheet.result()),
                    form,
                    check,
                    problem));
  }

  private static <T> Stream<T> only(List<ItemDesk.Found> things, Class<T> kind) {
    return things.stream().map(ItemDesk.Found::thing).filter(kind::isInstance).map(kind::cast);
  }
}
