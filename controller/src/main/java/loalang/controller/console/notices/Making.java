// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.notices;

import java.util.List;
import java.util.Optional;
import loalang.announcements.voice.Language;
import loalang.announcements.voice.Voice;
import loalang.controller.api.Rooms;
import loalang.controller.studio.Productions;
import loalang.controller.studio.Studio;
import loalang.protocol.AnnouncementId;
import loalang.protocol.Problem;

/**
 * How the recording of a notice is made.
 *
 * @param notice whose
 * @param progress of the newest; empty if none is remembered
 * @param voices that speak its language and can be chosen
 */
public record Making(
    AnnouncementId notice, Optional<Productions.Progress> progress, List<Voice> voices) {
  public Making {
    voices = List.copyOf(voices);
  }

  static Making of(Rooms rooms, AnnouncementId notice, Language language) {
    Rooms.Sound sound = rooms.desks().sound();
    return new Making(
        notice,
        sound.productions().of(notice).stream()
            .filter(one -> one.key().version().equals(Studio.PLAIN))
            .findFirst(),
        sound.station().voices().all().stream()
            .filter(Voice::isReady)
            .filter(voice -> voice.language().sameLanguageAs(language))
            .toList());
  }

  /** True while it is being made or waits for it. */
  public boolean isRunning() {
    return is(Productions.Stage.RUNNING) || is(Productions.Stage.WAITING);
  }

  /** Why the newest came to nothing; empty if it did not. */
  public Optional<Problem> failure() {
    return is(Productions.Stage.FAILED)
        ? progress.flatMap(Productions.Progress::problem)
        : Optional.empty();
  }

  /** What is said when it is over, as the end of an address. */
  public String said() {
    if (is(Productions.Stage.DONE)) {
      return "?said=notice-rendered";
    }
    return is(Productions.Stage.CANCELLED) ? "?said=render-stopped" : "";
  }

  private boolean is(Productions.Stage stage) {
    return progress.filter(one -> one.stage() == stage).isPresent();
  }
}
