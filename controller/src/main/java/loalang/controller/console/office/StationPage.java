// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.office;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import loalang.announcements.audio.Chime;
import loalang.announcements.voice.Voice;
import loalang.controller.approval.OfficeSettings;
import loalang.controller.station.KeptSettings;
import loalang.controller.station.StationSettings;
import loalang.protocol.Problem;

/**
 * How the station sounds and what it asks of its people.
 *
 * @param kept settings in force
 * @param form as it stands in the form
 * @param voices that there are
 * @param rules what the office asks of its people
 * @param denied what whoever looks may not change
 * @param problem why it was not taken
 */
public record StationPage(
    KeptSettings kept,
    StationSettings form,
    List<Voice> voices,
    OfficeSettings rules,
    Denied denied,
    Optional<Problem> problem) {
  /** Loudness that can be chosen, in LUFS. */
  public static final List<Integer> LOUDNESS = List.of(-14, -16, -18, -20, -23);

  public StationPage {
    voices = List.copyOf(voices);
  }

  /**
   * What somebody may not change, and why.
   *
   * @param station how it sounds
   * @param rules what is asked of people
   */
  public record Denied(Optional<Problem> station, Optional<Problem> rules) {}

  /** The chimes there are. */
  public List<String> chimes() {
    List<String> names = new java.util.ArrayList<>(new TreeSet<>(Chime.SHIPPED.keySet()));
    names.add(StationSettings.NO_CHIME);
    return names;
  }

  /** Voices that can speak now. */
  public List<Voice> ready() {
    return voices.stream().filter(Voice::isReady).toList();
  }
}
