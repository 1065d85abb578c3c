// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import loalang.announcements.audio.Peaks;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.PageDoor;
import loalang.controller.console.frame.Place;
import loalang.controller.console.frame.Visit;
import loalang.controller.studio.ListeningDesk;
import loalang.controller.studio.NoticeCard;
import loalang.controller.studio.Studio;
import loalang.protocol.RecordingRef;

/** A recording's sound, captions and outline, each under an address with its digest. */
final class SoundPages {
  private final PageDoor door;
  private final Rooms rooms;

  SoundPages(PageDoor door, Rooms rooms) {
    this.door = door;
    this.rooms = rooms;
  }

  void mount(Router router) {
    router.get("/notices/:notice/sound.ogg").handler(door.part(Place.NOTICES, this::sound));
    router.get("/notices/:notice/captions.vtt").handler(door.part(Place.NOTICES, this::captions));
    router.get("/notices/:notice/outline.svg").handler(door.part(Place.NOTICES, this::outline));
  }

  private void sound(Visit visit) {
    visit.with(
        recording(visit),
        recording ->
            visit.sendSound(
                recording.sizeBytes(),
                (offset, length) ->
                    rooms.desks().studio().piece(recording.digest(), offset, length)));
  }

  private void captions(Visit visit) {
    visit.with(
        card(visit),
        card ->
            visit.send(
                "text/vtt; charset=utf-8",
                ListeningDesk.times(card).webVtt().getBytes(StandardCharsets.UTF_8)));
  }

  private void outline(Visit visit) {
    visit.with(
        recording(visit).compose(rooms.desks().writing().listening()::outline),
        peaks -> visit.send("image/svg+xml", Outline.svg(peaks).getBytes(StandardCharsets.UTF_8)));
  }

  private Future<NoticeCard> card(Visit visit) {
    return rooms.desks().studio().find(NoticePages.notice(visit));
  }

  private Future<RecordingRef> recording(Visit visit) {
    return card(visit).compose(Studio::recordingOf);
  }

  /** The drawing: one upright stroke for each stretch, in a grey seen in light and dark. */
  private static final class Outline {
    private static final int HEIGHT = 100;
    private static final double LEAST = 1.5;

    static String svg(Peaks peaks) {
      int width = Math.max(1, peaks.heights().size());
      StringBuilder strokes = new StringBuilder();
      for (int i = 0; i < peaks.heights().size(); i++) {
        double half = Math.max(LEAST, peaks.heights().get(i) * HEIGHT / 2);
        strokes.append(
            String.format(
                Locale.ROOT, "M%d.5 %.1fV%.1f", i, HEIGHT / 2.0 - half, HEIGHT / 2.0 + half));
      }
      return """
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" preserveAspectRatio="none">
          <path d="%s" fill="none" stroke="#8a8f98" stroke-width="0.7"/></svg>
          """
          .formatted(width, HEIGHT, strokes);
    }
  }
}
