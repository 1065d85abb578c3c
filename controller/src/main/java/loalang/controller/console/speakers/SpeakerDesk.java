// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loalang.controller.accounts.Permission;
import loalang.controller.api.Rooms;
import loalang.controller.console.frame.Visit;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.dispatch.VolumeDesk;
import loalang.controller.speakers.EnrolmentDesk;
import loalang.controller.speakers.Presence;
import loalang.controller.speakers.Site;
import loalang.controller.speakers.Speaker;
import loalang.protocol.ProblemException;
import loalang.protocol.SpeakerId;
import loalang.protocol.Volume;

/** Puts one loudspeaker's page together from what the rooms know. On the event loop. */
final class SpeakerDesk {
  private static final int HISTORY = 50;

  private final Rooms rooms;

  SpeakerDesk(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * What was typed into one of the forms; the others show what stands.
   *
   * @param site where it hangs
   * @param wrong the key of what is wrong with that
   * @param volume how loud it is to be
   * @param asked the same, to be shown before it is sent
   */
  record Typed(
      Optional<SiteForm> site,
      Optional<String> wrong,
      Optional<VolumeForm> volume,
      Optional<Volume> asked) {
    static final Typed NOTHING =
        new Typed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Typed wrong(SiteForm site) {
      return new Typed(
          Optional.of(site), Optional.of("place.wrong"), Optional.empty(), Optional.empty());
    }

    static Typed volume(VolumeForm form) {
      Optional<Volume> asked = form.volume();
      return new Typed(
          Optional.empty(),
          Optional.empty(),
          Optional.of(asked.isPresent() ? form : form.but("volume.wrong")),
          asked);
    }
  }

  /** The speaker named in the address; fails with SPEAKER_UNKNOWN. */
  Speaker named(Visit visit) {
    SpeakerId id = new SpeakerId(visit.path("speaker"));
    return rooms
        .roster()
        .find(id)
        .orElseThrow(() -> new ProblemException(EnrolmentDesk.unknown(id)));
  }

  Future<SpeakerView> view(Visit visit, Typed typed) {
    Speaker speaker = named(visit);
    Future<Map<SpeakerId, Site>> sites = rooms.roster().book().sites();
    Future<List<Presence>> history = rooms.roster().book().history(speaker.id(), HISTORY);
    Future<VolumeDesk.Standing> volume = rooms.delivery().volumes().of(speaker.id());
    Future<Map<SpeakerId, SelfTestDesk.Result>> tests = rooms.delivery().selfTests().newest();
    return Future.all(sites, history, volume, tests)
        .map(
            all ->
                new SpeakerView(
                    speaker,
                    history.result(),
                    new SpeakerView.Care(
                        rooms.timetable().outlook().now(),
                        volume.result(),
                        Optional.ofNullable(tests.result().get(speaker.id()))),
                    forms(
                        typed,
                        sites.result().getOrDefault(speaker.id(), Site.UNKNOWN),
                        volume.result()),
                    may(visit, speaker)));
  }

  private static SpeakerView.Typed forms(Typed typed, Site site, VolumeDesk.Standing volume) {
    Volume stands = volume.wish().map(VolumeDesk.Wish::volume).orElse(Volume.CALIBRATED);
    return new SpeakerView.Typed(
        typed.site().orElseGet(() -> SiteForm.of(site)),
        typed.wrong(),
        typed.volume().orElseGet(() -> VolumeForm.of(stands)),
        typed.asked());
  }

  private static SpeakerView.May may(Visit visit, Speaker speaker) {
    return new SpeakerView.May(
        visit.refusal(Permission.ADD_SPEAKERS, speaker.zones()).isEmpty(),
        visit.refusal(Permission.TUNE_SPEAKERS, speaker.zones()).isEmpty());
  }
}
