// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.speakers;

import java.util.List;
import java.util.Optional;
import loalang.controller.speakers.Presence;
import loalang.controller.speakers.Speaker;

/**
 * One loudspeaker.
 *
 * @param speaker as the office knows it
 * @param history when it went and came, the newest first
 * @param typed what stands in the form
 * @param wrong the key of what is wrong with it
 */
public record SpeakerView(
    Speaker speaker, List<Presence> history, SiteForm typed, Optional<String> wrong) {
  public SpeakerView {
    history = List.copyOf(history);
  }
}
