// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.voice;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loalang.announcements.recorded.RecordedVoice;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Faults;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.sent.Inbox;
import loalang.controller.sent.SentSound;
import loalang.controller.studio.NoticeCard;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** The door: a person's own voice becomes a notice. On the event loop. */
public final class VoicePages {
  private static final String HERE = "/voice";
  private static final long ROOM_FOR_FIELDS = 64 * 1024L;

  private final PageDoor door;
  private final Rooms rooms;
  private final Inbox inbox;

  /** The page. */
  public VoicePages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
    this.inbox = rooms.desks().sound().inbox();
  }

  /** Adds the page to a router. */
  public void mount(Router router) {
    Handler<RoutingContext> upload =
        BodyHandler.create(inbox.directory().toString())
            .setBodyLimit(RecordedVoice.MAX_BYTES + ROOM_FOR_FIELDS)
            .setDeleteUploadedFilesOnEnd(true);
    router
        .get(HERE)
        .handler(door.page(Place.VOICE, visit -> show(visit, VoiceForm.EMPTY, Optional.empty())));
    router.post(HERE).handler(this::admit); // before a byte of it is taken
    router.post(HERE).handler(upload).handler(door.form(Place.VOICE, this::take));
  }

  /** A stranger's file is not even taken from the line. */
  private void admit(RoutingContext context) {
    if (door.guard().session(context).isEmpty()) {
      PageDoor.goTo(context, "/login");
      return;
    }
    Runnable gone = inbox.admit();
    context.addEndHandler(ended -> gone.run());
    context.next();
  }

  private void show(Visit visit, VoiceForm form, Optional<Problem> why) {
    visit.show(
        why.map(Faults::statusOf).orElse(Visit.OK),
        "voice/page.jte",
        new VoicePage(form, visit.denial(Permission.WRITE_NOTICES), why));
  }

  private void take(Visit visit) {
    VoiceForm form = VoiceForm.of(visit);
    visit.attempt(
        visit.allowed(Permission.WRITE_NOTICES).compose(may -> keep(visit, form)),
        card -> visit.goTo("/notices/" + card.id(), form.sends() ? "approval-sent" : "voice-kept"),
        why -> show(visit, form, Optional.of(why)));
  }

  private Future<NoticeCard> keep(Visit visit, VoiceForm form) {
    List<FileUpload> uploads = visit.uploads();
    if (uploads.isEmpty() || uploads.get(0).size() == 0) {
      return Future.failedFuture(new ProblemException(nothingSent()));
    }
    FileUpload upload = uploads.get(0);
    SentSound sent = new SentSound(upload.fileName(), Path.of(upload.uploadedFileName()));
    return rooms
        .desks()
        .studio()
        .createRecorded(form.named(), sent, visit.by())
        .compose(card -> form.sends() ? send(visit, card) : Future.succeededFuture(card));
  }

  private Future<NoticeCard> send(Visit visit, NoticeCard card) {
    return rooms.people().approvals().send(visit.by(), card.id()).map(sent -> card);
  }

  private static Problem nothingSent() {
    return new Problem(
        "FILE_NOT_NAMED",
        "Nothing was recorded and no file was chosen.",
        "Record something, or choose a sound file, then send it.");
  }
}
