// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Handler;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loalang.announcements.document.DocumentLimits;
import loalang.announcements.episode.EpisodePlan;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.documents.LetterTray;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;

/** The pages on which a letter is uploaded, looked through and made into notices. */
final class LetterPages {
  private static final long MAX_FORM_BYTES = 4 * 1024 * 1024; // a box for every line
  private static final long ROOM_FOR_FIELDS = 64 * 1024;

  private final PageDoor door;
  private final LetterTray letters;

  LetterPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.letters = rooms.desks().writing().letters();
  }

  void mount(Router router, Handler<RoutingContext> form) {
    BodyHandler upload =
        BodyHandler.create(letters.folder().toString())
            .setBodyLimit(DocumentLimits.standard().bytes() + ROOM_FOR_FIELDS)
            .setDeleteUploadedFilesOnEnd(true);
    BodyHandler boxes = BodyHandler.create(false).setBodyLimit(MAX_FORM_BYTES);
    router.post("/notices/letters").handler(this::admit); // before a byte of it is taken
    router.post("/notices/letters").handler(upload).handler(door.form(Place.NOTICES, this::take));
    router.get("/notices/letters/:letter").handler(door.page(Place.NOTICES, this::show));
    router
        .post("/notices/letters/:letter")
        .handler(boxes)
        .handler(door.form(Place.NOTICES, this::choose));
  }

  /** A stranger's letter is not even taken from the line. */
  private void admit(RoutingContext context) {
    if (door.guard().session(context).isEmpty()) {
      PageDoor.goTo(context, "/login");
      return;
    }
    Runnable arrived = letters.admit();
    context.addEndHandler(ended -> arrived.run());
    context.next();
  }

  private void take(Visit visit) {
    List<FileUpload> uploads = visit.uploads();
    if (uploads.isEmpty() || uploads.get(0).fileName().isBlank()) {
      notTaken(visit, nothingChosen());
      return;
    }
    FileUpload upload = uploads.get(0);
    visit.attempt(
        visit
            .allowed(Permission.WRITE_NOTICES)
            .compose(
                may ->
                    letters.take(
                        visit.session().account(),
                        upload.fileName(),
                        Path.of(upload.uploadedFileName()))),
        letter -> visit.goTo("/notices/letters/" + letter.id()),
        why -> notTaken(visit, why));
  }

  private static void notTaken(Visit visit, Problem why) {
    visit.show(
        Faults.statusOf(why),
        "notices/new.jte",
        new NewPage(TypedForm.EMPTY, Optional.empty(), Optional.of(why)));
  }

  private void show(Visit visit) {
    visit.show("notices/letter.jte", letters.show(find(visit), LetterPage.of(find(visit))));
  }

  private LetterTray.Letter find(Visit visit) {
    return letters.find(visit.session().account(), visit.path("letter"));
  }

  private void choose(Visit visit) {
    LetterTray.Letter letter = letters.choose(find(visit), said(visit), plan(visit));
    if (!visit.field("act").equals("make")) {
      visit.goTo("/notices/letters/" + letter.id() + "#chosen");
      return;
    }
    String title = visit.field("title");
    visit.attempt(
        visit
            .allowed(Permission.WRITE_NOTICES)
            .compose(may -> letters.makeNotices(letter, title, visit.by())),
        made -> visit.goTo(made.size() == 1 ? pathOf(made) : "/notices", "letter-made"),
        why ->
            visit.with(
                letters.show(letter, LetterPage.of(letter)),
                page ->
                    visit.show(
                        Faults.statusOf(why), "notices/letter.jte", page.refused(title, why))));
  }

  private static String pathOf(List<NoticeCard> made) {
    return "/notices/" + made.get(0).id();
  }

  private static Set<Integer> said(Visit visit) {
    return visit.fields("line").stream()
        .filter(number -> number.matches("\\d{1,6}"))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  private Optional<EpisodePlan> plan(Visit visit) {
    String minutes = visit.field("minutes");
    if (!minutes.matches("[1-9]\\d?")) {
      return Optional.empty();
    }
    return Optional.of(
        new EpisodePlan(
            Duration.ofMinutes(Integer.parseInt(minutes)),
            visit.texts().of("letter.station", door.face().communeName()),
            "",
            visit.field("times").equals("2") ? 2 : 1));
  }

  private static Problem nothingChosen() {
    return new Problem(
        "FILE_NOT_NAMED", "No file was chosen.", "Choose the letter, then upload it.");
  }
}
