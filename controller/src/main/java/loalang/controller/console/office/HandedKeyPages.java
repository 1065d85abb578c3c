// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.keys.KeyImport;
import loalang.protocol.Problem;
import loalang.protocol.envelope.KeyId;
import loalang.protocol.order.Issuer;

/** A key of the province or the centre: pasted or sent, looked at, taken in, taken back. */
final class HandedKeyPages {
  private static final String HERE = "/office/keys/handed";
  private static final String TEMPLATE = "office/handedkeys.jte";
  private static final long MAX_BYTES = 64 * 1024;

  private final PageDoor door;
  private final Rooms rooms;

  HandedKeyPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router, Handler<RoutingContext> form) {
    Handler<RoutingContext> upload =
        BodyHandler.create(rooms.desks().sound().inbox().directory().toString())
            .setBodyLimit(MAX_BYTES)
            .setDeleteUploadedFilesOnEnd(true);
    router.get(HERE).handler(door.page(Place.OFFICE, this::open));
    router.post(HERE).handler(this::admit); // before a byte of a file is taken
    router.post(HERE).handler(upload).handler(door.form(Place.OFFICE, this::take));
    router.post(HERE + "/back").handler(form).handler(door.form(Place.OFFICE, this::takeBack));
  }

  private void admit(RoutingContext context) {
    if (door.guard().session(context).isEmpty()) {
      PageDoor.goTo(context, "/login");
    } else {
      context.next();
    }
  }

  private void open(Visit visit) {
    visit.with(
        visit.allowed(Permission.MANAGE_KEYS), may -> visit.show(TEMPLATE, HandedKeysPage.EMPTY));
  }

  private void take(Visit visit) {
    visit.with(
        visit.allowed(Permission.MANAGE_KEYS).compose(may -> text(visit)),
        text -> {
          if (visit.field("sure").equals("yes")) {
            visit.attempt(
                keys().take(text, level(visit), visit.by()),
                taken -> visit.goTo("/office/keys", "key-taken-in"),
                why -> again(visit, text, why));
          } else {
            visit.attempt(
                keys().look(text, level(visit)),
                shown ->
                    visit.show(
                        TEMPLATE,
                        new HandedKeysPage(
                            text, visit.field("level"), Optional.of(shown), Optional.empty())),
                why -> again(visit, text, why));
          }
        });
  }

  private static void again(Visit visit, String text, Problem why) {
    HandedKeysPage page =
        new HandedKeysPage(text, visit.field("level"), Optional.empty(), Optional.of(why));
    visit.show(Faults.statusOf(why), TEMPLATE, page);
  }

  /** What was pasted; if nothing was, what the file says. */
  private Future<String> text(Visit visit) {
    Optional<FileUpload> file =
        visit.uploads().stream().filter(upload -> !upload.fileName().isBlank()).findFirst();
    return visit.field("text").isEmpty() && file.isPresent()
        ? keys().read(Path.of(file.get().uploadedFileName()))
        : Future.succeededFuture(visit.field("text"));
  }

  private static Optional<Issuer> level(Visit visit) {
    return Stream.of(Issuer.PROVINCE, Issuer.CENTRE)
        .filter(level -> level.wireName().equals(visit.field("level")))
        .findFirst();
  }

  private void takeBack(Visit visit) {
    visit.with(
        visit
            .allowed(Permission.MANAGE_KEYS)
            .compose(may -> keys().takeBack(new KeyId(visit.field("id")), visit.by())),
        back -> visit.goTo("/office/keys", "key-given-back"));
  }

  private KeyImport keys() {
    return rooms.delivery().keys().imports();
  }
}
