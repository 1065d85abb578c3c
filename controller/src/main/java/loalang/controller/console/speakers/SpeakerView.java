// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loalang.controller.dispatch.SelfTestDesk;
import loalang.controller.dispatch.VolumeDesk;
import loalang.controller.speakers.Presence;
import loalang.controller.speakers.Speaker;
import loalang.protocol.Volume;

/**
 * One loudspeaker.
 *
 * @param speaker as the office knows it
 * @param history when it went and came, the newest first
 * @param care how loud it is and what it found when it looked itself over
 * @param typed what stands in the forms
 * @param may what whoever looks may do
 */
public record SpeakerView(
    Speaker speaker, List<Presence> history, Care care, Typed typed, May may) {
  public SpeakerView {
    history = List.copyOf(history);
  }

  /**
   * How it is looked after.
   *
   * @param now the present instant
   * @param volume wished and obeyed
   * @param test the newest; empty if it was never asked
   */
  public record Care(Instant now, VolumeDesk.Standing volume, Optional<SelfTestDesk.Result> test) {}

  /**
   * What stands in the forms.
   *
   * @param site where it hangs
   * @param wrong the key of what is wrong with that
   * @param volume how loud it is to be
   * @param asked the same, shown before it is sent; empty if nobody has asked
   */
  public record Typed(
      SiteForm site, Optional<String> wrong, VolumeForm volume, Optional<Volume> asked) {}

  /**
   * What whoever looks may do.
   *
   * @param place say where it hangs, and turn it out
   * @param tune say how loud it is, and have it look itself over
   */
  public record May(boolean place, boolean tune) {}

  /** True if it is a version that knows hours and self-tests, or has not said yet. */
  public boolean isNewEnough() {
    return !speaker.isOnline() || speaker.state().map(state -> state.volume() != null).orElse(true);
  }
}
